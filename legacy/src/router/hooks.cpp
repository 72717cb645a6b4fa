#include "router/hooks.h"
#include <type_traits>

namespace legacy::hooks {
namespace {

// The registered hooks of one kind in slot order. A unit has one: who takes it over replaces it.
struct hook_list {
    int count;
    struct {
        int unit;
        rustrt_hook hook;
    } entries[RUSTRT_SLOTS];

    void add(int unit, rustrt_hook hook) {
        for (int i = 0; i < count; i++)
            if (entries[i].unit == unit) {
                for (count--; i < count; i++) entries[i] = entries[i + 1];
            }
        if (!hook) return;
        int at = count++;
        for (; at > 0 && entries[at - 1].unit > unit; at--) entries[at] = entries[at - 1];
        entries[at] = {unit, hook};
    }
};
// Zero from the start, without a constructor: services register while the library is loaded.
hook_list births, endings, burials;
static_assert(std::is_trivially_default_constructible_v<hook_list>);
struct {
    rustrt_run_hook birth, burial;
} run_hooks[RUSTRT_SLOTS];

} // namespace

void add(int unit, rustrt_hook birth, rustrt_hook ending, rustrt_hook burial) {
    births.add(unit, birth);
    endings.add(unit, ending);
    burials.add(unit, burial);
}

void add_of_run(int unit, rustrt_run_hook birth, rustrt_run_hook burial) {
    run_hooks[unit] = {birth, burial};
}

void run_birth(void **words) {
    for (int unit = 0; unit < RUSTRT_SLOTS; unit++)
        if (run_hooks[unit].birth) run_hooks[unit].birth(&words[unit]);
}

void run_burial(void **words) {
    for (int unit = 0; unit < RUSTRT_SLOTS; unit++)
        if (run_hooks[unit].burial) run_hooks[unit].burial(&words[unit]);
}

void birth(rustrt_task_block *task) {
    for (int i = 0; i < births.count; i++) births.entries[i].hook(task);
}

void ending(rustrt_task_block *task) {
    for (int i = 0; i < endings.count; i++) endings.entries[i].hook(task);
}

void burial(rustrt_task_block *task) {
    for (int i = 0; i < burials.count; i++) burials.entries[i].hook(task);
}

} // namespace legacy::hooks
