/* The environment of this process. Safe from the first constructor on: no locale, no stdio stream. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "switch.h"

static const char *process_variable(void *context, const char *name) {
    (void)context;
    return getenv(name);
}

static ssize_t read_again(int file, char *buffer, size_t size) {
    ssize_t got;
    do
        got = read(file, buffer, size);
    while (got < 0 && errno == EINTR);
    return got;
}

static int read_whole(int file, char *buffer, size_t capacity, size_t *length) {
    struct stat status;
    if (fstat(file, &status) != 0)
        return errno;
    if (!S_ISREG(status.st_mode))
        return S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    *length = 0;
    for (;;) {
        char beyond;
        bool full = *length == capacity;
        ssize_t got = read_again(file, full ? &beyond : buffer + *length, full ? 1 : capacity - *length);
        if (got < 0)
            return errno;
        if (got == 0)
            return 0;
        if (full)
            return EFBIG;
        *length += (size_t)got;
    }
}

static int process_read_file(void *context, const char *path, char *buffer, size_t capacity, size_t *length) {
    (void)context;
    /* without O_NONBLOCK a pipe of that name would hang the program before main */
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0)
        return errno == ENXIO ? EINVAL : errno;
    int error = read_whole(file, buffer, capacity, length);
    close(file);
    return error;
}

static void process_log(void *context, const char *line) {
    (void)context;
    struct iovec parts[] = {{.iov_base = (void *)(uintptr_t)line, .iov_len = strlen(line)},
                            {.iov_base = "\n", .iov_len = 1}};
    ssize_t written;
    do
        written = writev(STDERR_FILENO, parts, 2);
    while (written < 0 && errno == EINTR);
}

static const char *program_folder(void) {
    static char folder[SWITCH_PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", folder, sizeof folder - 1);
    if (length <= 0)
        return NULL;
    folder[length] = '\0';
    char *slash = strrchr(folder, '/');
    if (!slash)
        return NULL;
    *slash = '\0';
    return folder;
}

const switch_environment *switch_process_environment(void) {
    static switch_environment environment;
    if (!environment.variable)
        environment = (switch_environment){.variable = process_variable,
                                           .read_file = process_read_file,
                                           .log = process_log,
                                           .program_folder = program_folder(),
                                           .secure = getauxval(AT_SECURE) != 0};
    return &environment;
}
