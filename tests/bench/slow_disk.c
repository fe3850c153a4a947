/* A hard disk, for `tests.bench.old_pc`: preloaded, it makes a process wait as one would.
 *
 * The first opening of a regular file waits for the head (SEEK), each 64 KiB of it for the plate
 * (80 MB/s), and what is flushed for a turn of it and its journal (FLUSH). What the linker maps does
 * not pass here: the measure counts it apart.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SEEK = 8000, CHUNK = 800, FLUSH = 25000, KNOWN = 1 << 16 };

static unsigned char known[KNOWN];

static void wait_for(const char *path, int fd) {
    struct stat told;
    if (fd < 0 || fstat(fd, &told) != 0 || !S_ISREG(told.st_mode)) return;
    if (strncmp(path, "/proc", 5) == 0 || strncmp(path, "/sys", 4) == 0) return;
    unsigned place = (unsigned)(told.st_ino * 2654435761u) % KNOWN;
    if (known[place]) return;
    known[place] = 1;
    usleep(SEEK + CHUNK * (unsigned)(told.st_size < 4194304 ? told.st_size >> 16 : 64));
}

#define OPENS(name)                                                                  \
    int name(const char *path, int flags, ...) {                                     \
        static int (*real)(const char *, int, mode_t);                               \
        if (!real) real = dlsym(RTLD_NEXT, #name);                                   \
        va_list more;                                                                \
        va_start(more, flags);                                                       \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;      \
        va_end(more);                                                                \
        int fd = real(path, flags, mode);                                            \
        wait_for(path, fd);                                                          \
        return fd;                                                                   \
    }
OPENS(open)
OPENS(open64)

#define FLUSHES(name)                                       \
    int name(int fd) {                                      \
        static int (*real)(int);                            \
        if (!real) real = dlsym(RTLD_NEXT, #name);          \
        usleep(FLUSH);                                      \
        return real(fd);                                    \
    }
FLUSHES(fsync)
FLUSHES(fdatasync)
