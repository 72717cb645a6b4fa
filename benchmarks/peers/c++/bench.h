// What the C++ programs share: arguments, clocks, memory, the one line of output.
#pragma once
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <time.h>
#include <sys/resource.h>

static int g_argc; static char **g_argv;
static const char *arg_str(const char *key, const char *def) {
    size_t k = strlen(key);
    for (int i = 1; i < g_argc; i++)
        if (!strncmp(g_argv[i], key, k) && g_argv[i][k] == '=') return g_argv[i] + k + 1;
    return def;
}
static long arg(const char *key, long def) { const char *s = arg_str(key, 0); return s ? atol(s) : def; }
static uint64_t now_ns(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1000000000ull + t.tv_nsec; }
static uint64_t cpu_ns(void) {
    struct rusage r; getrusage(RUSAGE_SELF, &r);
    return (r.ru_utime.tv_sec + r.ru_stime.tv_sec) * 1000000000ull + (r.ru_utime.tv_usec + r.ru_stime.tv_usec) * 1000ull;
}
static long proc_kib(const char *field, int pid) {
    char p[64], line[256]; long v = 0; size_t k = strlen(field);
    if (pid) snprintf(p, sizeof p, "/proc/%d/status", pid); else strcpy(p, "/proc/self/status");
    FILE *f = fopen(p, "r"); if (!f) return 0;
    while (fgets(line, sizeof line, f)) if (!strncmp(line, field, k)) { v = atol(line + k + 1); break; }
    fclose(f); return v;
}
static void report(const char *w, int threads, double wall, double cpu, double ops, const char *extra) {
    printf("workload=%s threads=%d ns_per_op=%.1f ops=%.0f rss_kib=%ld cpu_ns_per_op=%.1f%s%s\n", w, threads,
           wall / ops, ops, proc_kib("VmHWM", 0), cpu / ops, extra && *extra ? " " : "", extra ? extra : "");
    fflush(stdout);
}
