/* A disk that refuses: loaded before a process (LD_PRELOAD), it counts the calls that touch files
 * below one folder, and makes the n-th of them fail, be cut short, or be the last of the process.
 *
 * Nothing happens before `faults_arm`; what is opened is known from `faults_watch` on. Every call is the system's own otherwise.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))
#define REAL(type, name, ...)                             \
    static type (*real)(__VA_ARGS__);                     \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

enum { WRITE = 1, READ = 2, OPEN = 4, CREATE = 8, FLUSH = 16, NAME = 32, CUT = 64, RIGHTS = 128, ALLOCATE = 256, FLUSH_NAMES = 512 };
enum { NO, FILE_OF_OURS, FOLDER };
enum { NONE, KILL, REFUSE, SHORT, TORN };  /* TORN: half of it is written, then the process dies */

static char prefix[1024];
static size_t prefix_size;
static int mask, kind, refusal, for_ever;
static long at, seen, fired, of_call[1024];
static unsigned char ours[65536];
static uintptr_t code_begins, code_ends;

EXPORT void faults_watch(const char *folder) {  /* from now on, what is opened there is known */
    snprintf(prefix, sizeof prefix, "%s", folder);
    prefix_size = strlen(prefix);
}
EXPORT void faults_arm(int calls, long number, int what, int error, int ever) {
    mask = calls; at = number; kind = what; refusal = error; for_ever = ever;
    seen = fired = 0;
    memset(of_call, 0, sizeof of_call);
}
EXPORT void faults_disarm(void) { mask = 0; }
EXPORT long faults_seen(void) { return seen; }
EXPORT long faults_of_call(int call) { return of_call[call]; }
EXPORT long faults_fired(void) { return fired; }
EXPORT void faults_code(uintptr_t begins, uintptr_t ends) { code_begins = begins; code_ends = ends; }

static int inside(const char *path) {
    return prefix_size && path && !strncmp(path, prefix, prefix_size);
}
static int is_ours(int fd) { return fd >= 0 && fd < (int)sizeof ours && ours[fd]; }
static int at_path(int folder, const char *path) {
    return path[0] == '/' ? inside(path) : is_ours(folder);
}
static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

/* Whether this call is the one: 1 refused (errno is set), 2 cut short, 3 torn; 0 goes on. */
static int hit(int call) {
    if (!(mask & call)) return 0;
    seen++;
    of_call[call]++;
    if (kind == NONE || seen < at || (seen > at && !for_ever)) return 0;
    fired++;
    if (kind == KILL) die();
    if (kind == SHORT) return call == WRITE ? 2 : 0;
    if (kind == TORN) { if (call != WRITE) die(); return 3; }
    errno = refusal;
    return 1;
}

#define WRITER(name, tail_types, tail_names)                                             \
    EXPORT ssize_t name(int fd, const void *data, size_t size tail_types) {               \
        REAL(ssize_t, #name, int, const void *, size_t tail_types);                       \
        if (!is_ours(fd)) return real(fd, data, size tail_names);                         \
        int what = hit(WRITE);                                                            \
        if (what == 1) return -1;                                                         \
        ssize_t done = real(fd, data, what && size > 1 ? size / 2 : size tail_names);     \
        if (what == 3) die();                                                             \
        return done;                                                                      \
    }
#define COMMA ,
WRITER(write, , )
WRITER(pwrite, COMMA off_t place, COMMA place)
WRITER(pwrite64, COMMA off64_t place, COMMA place)

#define READER(name, tail_types, tail_names)                                             \
    EXPORT ssize_t name(int fd, void *data, size_t size tail_types) {                     \
        REAL(ssize_t, #name, int, void *, size_t tail_types);                             \
        return is_ours(fd) && hit(READ) ? -1 : real(fd, data, size tail_names);           \
    }
READER(read, , )
READER(pread, COMMA off_t place, COMMA place)
READER(pread64, COMMA off64_t place, COMMA place)

static int remember(int fd, int yes) {
    struct stat state;
    if (fd >= 0 && fd < (int)sizeof ours)
        ours[fd] = yes && !fstat(fd, &state) && S_ISDIR(state.st_mode) ? FOLDER : yes;
    return fd;
}
#define OPENER(name, real_name)                                                           \
    EXPORT int name(const char *path, int flags, ...) {                                   \
        REAL(int, real_name, const char *, int, ...);                                     \
        va_list rest; va_start(rest, flags);                                              \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;           \
        va_end(rest);                                                                     \
        int yes = inside(path);                                                           \
        if (yes && hit(flags & O_CREAT ? CREATE : OPEN)) return -1;                       \
        return remember(real(path, flags, mode), yes);                                    \
    }
OPENER(open, "open")
OPENER(open64, "open64")

#define OPENER_AT(name, real_name)                                                        \
    EXPORT int name(int folder, const char *path, int flags, ...) {                       \
        REAL(int, real_name, int, const char *, int, ...);                                \
        va_list rest; va_start(rest, flags);                                              \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;           \
        va_end(rest);                                                                     \
        int yes = at_path(folder, path);                                                  \
        if (yes && hit(flags & O_CREAT ? CREATE : OPEN)) return -1;                       \
        return remember(real(folder, path, flags, mode), yes);                            \
    }
OPENER_AT(openat, "openat")
OPENER_AT(openat64, "openat64")

EXPORT int close(int fd) {
    REAL(int, "close", int);
    remember(fd, 0);
    return real(fd);
}

#define ON_FD(name, call, tail_types, tail_names)                                         \
    EXPORT int name(int fd tail_types) {                                                  \
        REAL(int, #name, int tail_types);                                                 \
        return is_ours(fd) && hit(call) ? -1 : real(fd tail_names);                       \
    }
ON_FD(fsync, ours[fd] == FOLDER ? FLUSH_NAMES : FLUSH, , )
ON_FD(fdatasync, ours[fd] == FOLDER ? FLUSH_NAMES : FLUSH, , )
ON_FD(ftruncate, CUT, COMMA off_t size, COMMA size)
ON_FD(ftruncate64, CUT, COMMA off64_t size, COMMA size)
ON_FD(fchmod, RIGHTS, COMMA mode_t mode, COMMA mode)
ON_FD(fchown, RIGHTS, COMMA uid_t user COMMA gid_t group, COMMA user COMMA group)

#define ON_PATH(name, call, tail_types, tail_names)                                       \
    EXPORT int name(const char *path tail_types) {                                        \
        REAL(int, #name, const char * tail_types);                                        \
        return inside(path) && hit(call) ? -1 : real(path tail_names);                    \
    }
ON_PATH(unlink, NAME, , )
ON_PATH(rmdir, NAME, , )
ON_PATH(mkdir, CREATE, COMMA mode_t mode, COMMA mode)
ON_PATH(chmod, RIGHTS, COMMA mode_t mode, COMMA mode)

EXPORT int unlinkat(int folder, const char *path, int flags) {
    REAL(int, "unlinkat", int, const char *, int);
    return at_path(folder, path) && hit(NAME) ? -1 : real(folder, path, flags);
}
EXPORT int rename(const char *old, const char *new) {
    REAL(int, "rename", const char *, const char *);
    return (inside(old) || inside(new)) && hit(NAME) ? -1 : real(old, new);
}

/* Memory: the allocations of one library alone, known by where they are asked from. */
static int refused_memory(void *caller) {
    uintptr_t from = (uintptr_t)caller;
    return (mask & ALLOCATE) && from >= code_begins && from < code_ends && hit(ALLOCATE);
}
extern void *__libc_malloc(size_t), *__libc_realloc(void *, size_t), *__libc_calloc(size_t, size_t);
EXPORT void *malloc(size_t size) {
    return refused_memory(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}
EXPORT void *realloc(void *former, size_t size) {
    return refused_memory(__builtin_return_address(0)) ? NULL : __libc_realloc(former, size);
}
EXPORT void *calloc(size_t count, size_t size) {
    return refused_memory(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}
