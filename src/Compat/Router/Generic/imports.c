/* Which of the library's symbols do the loaded objects import? Read from their relocations, since a program whose setting
 * cannot serve one of them must be refused before any task runs, not when it comes to the call. Weak imports do not count: an
 * object says with them that it can do without. */
#define _GNU_SOURCE
#include "router.h"
#include <elf.h>
#include <link.h>
#include <string.h>

/* Marks a name in all its versions: which one an importer means does not matter to who must serve it. */
static void mark(const char *name, void *marks) {
    bool *wanted = marks;
    int low = 0, high = router_symbol_count;
    while (low < high) {
        int middle = (low + high) / 2;
        if (strcmp(name, router_symbols[middle].name) > 0) low = middle + 1; else high = middle;
    }
    for (; low < router_symbol_count && !strcmp(name, router_symbols[low].name); low++) wanted[low] = true;
}

typedef struct object {
    const Elf64_Sym *symbols;
    const char *strings;
    const Elf64_Rela *relocations[2]; /* data, calls */
    size_t counts[2];
    bool links_to_us;
} object;

/* glibc relocates these addresses in place, but not for every object (the vDSO). */
static const void *address(const struct dl_phdr_info *info, Elf64_Addr value) {
    return (const void *)(value < info->dlpi_addr ? info->dlpi_addr + value : value);
}

static bool read_object(const struct dl_phdr_info *info, object *o) {
    const Elf64_Dyn *dynamic = NULL;
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_DYNAMIC)
            dynamic = (const Elf64_Dyn *)(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr);
    if (!dynamic) return false;
    memset(o, 0, sizeof *o);
    for (const Elf64_Dyn *d = dynamic; d->d_tag != DT_NULL; d++)
        switch (d->d_tag) {
        case DT_SYMTAB: o->symbols = address(info, d->d_un.d_ptr); break;
        case DT_STRTAB: o->strings = address(info, d->d_un.d_ptr); break;
        case DT_RELA: o->relocations[0] = address(info, d->d_un.d_ptr); break;
        case DT_RELASZ: o->counts[0] = d->d_un.d_val / sizeof(Elf64_Rela); break;
        case DT_JMPREL: o->relocations[1] = address(info, d->d_un.d_ptr); break;
        case DT_PLTRELSZ: o->counts[1] = d->d_un.d_val / sizeof(Elf64_Rela); break;
        }
    if (!o->symbols || !o->strings) return false;
    for (const Elf64_Dyn *d = dynamic; d->d_tag != DT_NULL; d++)
        if (d->d_tag == DT_NEEDED && !strcmp(o->strings + d->d_un.d_val, router_catalogue.library)) o->links_to_us = true;
    return true;
}

typedef struct importer {
    void (*see)(const char *name, void *context);
    void *context;
} importer;

static int visit(struct dl_phdr_info *info, size_t size, void *wanted) {
    const importer *to = wanted;
    (void)size;
    object o;
    if (!read_object(info, &o) || !o.links_to_us) return 0;
    for (int kind = 0; kind < 2; kind++)
        for (size_t i = 0; o.relocations[kind] && i < o.counts[kind]; i++) {
            size_t n = ELF64_R_SYM(o.relocations[kind][i].r_info);
            if (!n || o.symbols[n].st_shndx != SHN_UNDEF || ELF64_ST_BIND(o.symbols[n].st_info) == STB_WEAK) continue;
            to->see(o.strings + o.symbols[n].st_name, to->context);
        }
    return 0;
}

void router_each_import(void (*see)(const char *name, void *context), void *context) {
    importer to = {see, context};
    dl_iterate_phdr(visit, &to);
}

void router_imports(bool *wanted) { router_each_import(mark, wanted); }
