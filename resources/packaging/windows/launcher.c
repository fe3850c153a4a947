/* papier-libre.exe and papier-libre-cli.exe (-DCONSOLE): Python runs in this very process, so that
 * the name, the icon and the manifest that Windows sees are ours.
 *
 *   papier-libre ARGUMENTS      python -I -B -X utf8 -m desktop_app ARGUMENTS
 *   papier-libre -I ARGUMENTS   Python itself: the program's own children are started so
 *
 * No library is looked for in the current folder or in PATH: only in Windows' own folder, and in
 * ours. What Python reads (PYTHONPATH, PYTHONHOME, the registry) is shut out by its own file,
 * python\pythonXY._pth, and by -I. The program's folder may be anywhere, of any length.
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768 /* of a path, with its end */
#define ALONE (LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_USER_DIRS)

int _dowildcard = 0; /* an argument such as "*.pdf" is the program's to understand */

typedef int (*py_main)(int, wchar_t **);

static wchar_t program[LONGEST], folder[LONGEST], library[LONGEST];

static int incomplete(const wchar_t *what) {
#ifdef CONSOLE
    fwprintf(stderr, L"Papier libre est incomplet (%ls). Installez-le \u00e0 nouveau.\n", what);
#else
    static wchar_t said[LONGEST + 256];
    wcscpy(said, L"Papier libre est incomplet\u00a0:\n\n");
    wcscat(said, what);
    wcscat(said, L"\n\nInstallez-le \u00e0 nouveau. Vos coffres ne sont pas touch\u00e9s.");
    MessageBoxW(NULL, said, L"Papier libre", MB_OK | MB_ICONERROR);
#endif
    return 9;
}

static int beside(wchar_t *path, const wchar_t *name) { /* path = folder + name */
    if (wcslen(folder) + wcslen(name) >= LONGEST) return 0;
    wcscpy(path, folder);
    wcscat(path, name);
    return 1;
}

static int place(void) { /* program and folder, which ends without a backslash */
    DWORD length = GetModuleFileNameW(NULL, program, LONGEST);
    if (length == 0 || length >= LONGEST) return 0;
    wcscpy(folder, program);
    wchar_t *last = wcsrchr(folder, L'\\');
    if (!last) return 0;
    *last = 0;
    return 1;
}

static py_main python(void) {
    static wchar_t home[LONGEST];
    if (!beside(home, L"\\python") || !beside(library, L"\\python\\" PYTHON_DLL)) return NULL;
    SetDllDirectoryW(L""); /* Windows without the next call still leaves the current folder out */
    SetDefaultDllDirectories(ALONE);
    AddDllDirectory(home);
    HMODULE found = LoadLibraryExW(library, NULL, ALONE | LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR);
    return found ? (py_main)(void *)GetProcAddress(found, "Py_Main") : NULL;
}

int wmain(int argc, wchar_t **argv) {
    static wchar_t *isolated[] = {L"-I", L"-B", L"-X", L"utf8"}, *module[] = {L"-m", L"desktop_app"};
    if (!place()) return incomplete(L"dossier");
    py_main run = python();
    if (!run) return incomplete(library);

    wchar_t **given = calloc(argc + 8, sizeof *given);
    if (!given) return 8;
    int count = 0, next = 1, interpreter = argc > 1 && wcscmp(argv[1], L"-I") == 0;
    given[count++] = program; /* sys.executable is this file */
    for (int i = 0; i < 4; i++) given[count++] = isolated[i];
    if (interpreter) {
        next = 2;
        /* a process that begins again repeats what stood here: once is enough */
        for (int i = 1; i < 4 && next < argc && wcscmp(argv[next], isolated[i]) == 0; i++) next++;
    } else {
        for (int i = 0; i < 2; i++) given[count++] = module[i];
    }
    while (next < argc) given[count++] = argv[next++];
    given[count] = NULL;
    return run(count, given);
}
