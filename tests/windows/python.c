/* python.exe of the folder of tests: starts the Python beside it, whatever the current folder is. */
#include <windows.h>
#include <stdio.h>
typedef int (*py_main)(int, wchar_t **);
int wmain(int argc, wchar_t **argv) {
    static wchar_t folder[32768], library[32800];
    GetModuleFileNameW(NULL, folder, 32768);
    wchar_t *slash = wcsrchr(folder, L'\\');
    if (slash) *slash = 0;
    SetDllDirectoryW(folder);
    _snwprintf(library, 32800, L"%ls\\python313.dll", folder);
    HMODULE python = LoadLibraryW(library);
    py_main run = python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run) { fwprintf(stderr, L"python313.dll: %lu\n", GetLastError()); return 9; }
    return run(argc, argv);
}
