/* Failing: a failure is an exception that unwinds the task's stack. Callers used to see a C++ exception of type rust_task *,
 * and see one still in a process that has libstdc++: it is raised through that library's own __cxa_throw, with type
 * information made by hand, so that the router itself needs no libstdc++. In a process without it, it is an exception of
 * our own class raised through libgcc_s, which must be the shared one: there may be only one unwinder in a process.
 * A failure ends in router_call6_catch, at the base of the task or where C# asked for it. */
#define _GNU_SOURCE
#include "router_api.h"
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unwind.h>

static const _Unwind_Exception_Class rust_failure = 0x4c49414654535552; /* "RUSTFAIL" */
static const _Unwind_Exception_Class gnu_cxx = 0x474e5543432b2b00;      /* "GNUCC++\0" */

static struct {
    int found;
    void *(*allocate)(size_t);
    void (*raise)(void *, void *, void (*)(void *));
    void *(*begin_catch)(void *);
    void (*end_catch)(void);
    void **(*globals)(void);
    int (*personality)(int, int, uint64_t, struct _Unwind_Exception *, struct _Unwind_Context *);
} cxx;
static struct { void *vtable; const char *name; } class_type = {0, "9rust_task"};
static struct { void *vtable; const char *name; unsigned flags; void *pointee; } pointer_type = {0, "P9rust_task", 0, &class_type};

static void find_cxx(void) {
    if (__atomic_load_n(&cxx.found, __ATOMIC_ACQUIRE)) return;
    /* By name, so that it is also found where only a library opened RTLD_LOCAL uses it. Not found: look again next time,
       it may come with a plug-in. */
    void *library = dlopen("libstdc++.so.6", RTLD_NOLOAD | RTLD_NOW);
    if (!library) return;
    *(void **)&cxx.allocate = dlsym(library, "__cxa_allocate_exception");
    *(void **)&cxx.raise = dlsym(library, "__cxa_throw");
    *(void **)&cxx.begin_catch = dlsym(library, "__cxa_begin_catch");
    *(void **)&cxx.end_catch = dlsym(library, "__cxa_end_catch");
    *(void **)&cxx.globals = dlsym(library, "__cxa_get_globals");
    *(void **)&cxx.personality = dlsym(library, "__gxx_personality_v0");
    class_type.vtable = (char *)dlsym(library, "_ZTVN10__cxxabiv117__class_type_infoE") + 16;
    pointer_type.vtable = (char *)dlsym(library, "_ZTVN10__cxxabiv119__pointer_type_infoE") + 16;
    __atomic_store_n(&cxx.found, 1, __ATOMIC_RELEASE);
}

void **router_eh_globals(void) {
    static __thread void *none[2] __attribute__((tls_model("initial-exec")));
    find_cxx();
    return cxx.globals ? cxx.globals() : none;
}

static void delete_failure(_Unwind_Reason_Code reason, struct _Unwind_Exception *e) {
    (void)reason;
    free(e);
}

static void raise_here(void *raised) {
    rustrt_task_block *task = raised;
    find_cxx();
    if (cxx.raise) {
        rustrt_task_block **thrown = cxx.allocate(sizeof *thrown);
        *thrown = task;
        cxx.raise(thrown, &pointer_type, NULL);
    }
    struct { struct _Unwind_Exception unwind; rustrt_task_block *task; } *e = aligned_alloc(16, 64);
    memset(e, 0, 64);
    e->unwind.exception_class = rust_failure;
    e->unwind.exception_cleanup = delete_failure;
    e->task = task;
    _Unwind_RaiseException(&e->unwind);
    abort(); /* nobody catches it: as std::terminate would */
}

/* On the C stack, since a segment has no room for the unwinder. Only whoever catches the failure gives the C stack back. */
void router_raise(rustrt_task_block *task) {
    rustrt_stack_words *w = &task->stacks;
    char *left;
    if (!router_stacks_are_new) {
        router_stacks->call(task, task, raise_here, RUSTRT_C_STACK);
    } else {
        if (!w->c_depth) w->c_depth = 1;
        if (w->c_sp && !on_c_part(w)) router_hop(task, raise_here, w->c_sp, &left);
        raise_here(task);
    }
    __builtin_unreachable();
}

void router_unwound(rustrt_task_block *task) {
    rustrt_stack_words *w = &task->stacks;
    set_limit_word(w->rust_limit);
    w->reentered = w->c_depth = 0;
    w->rust_sp = NULL;
    if (w->c_sp) w->c_sp = w->own[C_TOP];
    if (task->slot[RUSTRT_UNIT_STACKS]) router_upcall((void *)router_new_functions.segment_unwound, task, (uint64_t)__builtin_frame_address(0), 0, 0);
}

/* Also those thrown by a legacy core. The type of a C++ exception lies 80 bytes before the unwinder's header. */
static int is_failure(_Unwind_Exception_Class class, struct _Unwind_Exception *e) {
    if (class == rust_failure) return 1;
    if (class != gnu_cxx) return 0;
    void **type = *(void ***)((char *)e - 80);
    return type == (void **)&pointer_type || !strcmp((const char *)type[1], "P9rust_task");
}

extern HIDDEN char router_landing[];

/* Of router_call6_catch: stops failures, lets every other exception pass. */
HIDDEN _Unwind_Reason_Code router_failure_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class class,
                                                      struct _Unwind_Exception *e, struct _Unwind_Context *context) {
    (void)version;
    if (actions & _UA_SEARCH_PHASE) return is_failure(class, e) ? _URC_HANDLER_FOUND : _URC_CONTINUE_UNWIND;
    if (actions & _UA_FORCE_UNWIND) abort(); /* see router_base_personality */
    if (!(actions & _UA_HANDLER_FRAME)) return _URC_CONTINUE_UNWIND;
    _Unwind_SetGR(context, 0, (_Unwind_Word)e);
    _Unwind_SetIP(context, (_Unwind_Ptr)router_landing);
    return _URC_INSTALL_CONTEXT;
}

/* Of a task's first frame: handles nothing, but pthread_exit in a task aborts: the thread is not the task's to end. */
HIDDEN _Unwind_Reason_Code router_base_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class class,
                                                   struct _Unwind_Exception *e, struct _Unwind_Context *context) {
    (void)version, (void)class, (void)e, (void)context;
    if (actions & _UA_FORCE_UNWIND) abort();
    return _URC_CONTINUE_UNWIND;
}

/* Through begin and end of a catch, or std::uncaught_exceptions() of the thread stays wrong. */
HIDDEN void router_caught(struct _Unwind_Exception *e) {
    rustrt_task_block *thrown = *(rustrt_task_block **)(e + 1);
    if (thrown != router_host_tls.current)
        router_assertion("ex == task", "rust_task.cpp", 169, "void task_start_wrapper(spawn_args*)");
    if (e->exception_class == rust_failure) {
        _Unwind_DeleteException(e);
    } else {
        find_cxx(); /* the old core raised it, not this router */
        cxx.begin_catch(e);
        cxx.end_catch();
    }
}

/* Of the two shims: nothing may leave them. They catch everything, as they did, so that the frames below them are unwound
 * before the old assertion; its text is the language-specific data. */
HIDDEN _Unwind_Reason_Code router_shim_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class class,
                                                   struct _Unwind_Exception *e, struct _Unwind_Context *context) {
    (void)version, (void)class, (void)e;
    if (actions & _UA_SEARCH_PHASE) return _URC_HANDLER_FOUND;
    router_assertion((const char *)_Unwind_GetLanguageSpecificData(context), "rust_task.cpp", 0, "void rust_task::call_on_stack(void*, void*)");
}

/* int upcall_rust_personality(...): what tables of old compiled code name; the C++ personality does the work. Such a program
 * had the C++ library through the old runtime alone, so that it may have to be loaded now. */
HIDDEN int router_native_upcall_rust_personality(int version, int actions, uint64_t class, struct _Unwind_Exception *e,
                                                 struct _Unwind_Context *context) {
    find_cxx();
    if (!cxx.personality && dlopen("libstdc++.so.6", RTLD_NOW)) find_cxx();
    if (!cxx.personality) router_assertion("__gxx_personality_v0", "rust_upcall.cpp", 0, "_Unwind_Reason_Code upcall_rust_personality(...)");
    return cxx.personality(version, actions, class, e, context);
}
