#include "pipes/packet.h"
#include "memory/trailing_value.h"
#include "pipes/value.h"
#include "pipes/wait.h"

namespace core {
namespace {

constexpr auto empty = packet_state::empty, full = packet_state::full, blocked = packet_state::blocked,
               terminated = packet_state::terminated;

using packet_value = trailing_value<packet>;

void *value_of(packet *p) {
    return packet_value::of(p, p->type);
}

// What a packet leaves behind. The glue of its value may fail; then the rest is let go of while the task
// unwinds.
struct remains {
    packet *dead, *next;
    ~remains() {
        exchange::free(packet_value::box_of(dead, dead->type));
        if (next) terminate_receiver(next);
    }
};

// One side leaves. The last one frees, and gets the receiving side that lay in the packet, to be terminated
// by it.
packet *leave(packet *p) {
    // Alone is alone for good: no exchange is needed to know it.
    if (p->ends.load(std::memory_order_acquire) != 1 && p->ends.fetch_sub(1, std::memory_order_acq_rel) != 1)
        return nullptr;
    remains rest{p, p->next};
    if (p->occupied) exchange::drop_value(p->type, value_of(p));
    packet *next = rest.next;
    rest.next = nullptr;
    return next;
}

void leave_all(packet *p) {
    if (packet *next = leave(p)) terminate_receiver(next);
}

void wake(packet *p) {
    if (rust_task *waiter = p->waiter.exchange(nullptr, std::memory_order_acq_rel))
        on_c([=] {
            task_signal_event(waiter, p);
            rust_task_deref(waiter);
        });
}

void publish(packet *p, rust_task *me) {
    rust_task *nobody = nullptr;
    rust_task_ref(me);
    if (p->waiter.compare_exchange_strong(nobody, me, std::memory_order_acq_rel)) return;
    on_c([=] { rust_task_deref(me); });
    fail("blocking on already blocked packet");
}

void take_back(packet *p) {
    if (rust_task *me = p->waiter.exchange(nullptr, std::memory_order_acq_rel))
        on_c([=] { rust_task_deref(me); });
}

bool is_ready(packet_state state) {
    return state == full || state == terminated;
}

// A receiver from R2 to R5. If its wait fails it goes, and the packet with it.
class waiting_receiver {
public:
    explicit waiting_receiver(packet *p) : packet_(p), me_(rust_get_task()) {
        publish(p, me_);
    }
    waiting_receiver(const waiting_receiver &) = delete;
    ~waiting_receiver() {
        if (!ready_) packet_->state.exchange(terminated, std::memory_order_acq_rel);
        take_back(packet_);
        if (!ready_) leave_all(packet_);
    }
    packet_state wait() {
        for (;;) {
            task_clear_event_reject(me_);
            packet_state found = empty;
            if (packet_->state.compare_exchange_strong(found, blocked, std::memory_order_acq_rel,
                                                       std::memory_order_acquire))
                wait_event(me_);
            else if (is_ready(found)) {
                ready_ = true;
                return found;
            }
        }
    }

private:
    packet *packet_;
    rust_task *me_;
    bool ready_ = false;
};

} // namespace

packet *new_packet(const type_desc *type) {
    void *body = packet_value::allocate(nullptr, type);
    return new (body) packet{{empty}, {nullptr}, {2}, false, type, nullptr};
}

bool send(packet *p, void *value, packet *next) {
    if (p->state.load(std::memory_order_acquire) == full) {
        moved_value refused(p->type, value);
        fail("duplicate send");
    }
    move_bytes(value_of(p), value, p->type);
    p->occupied = true;
    p->next = next;
    packet_state before = p->state.exchange(full, std::memory_order_acq_rel);
    if (before == blocked) wake(p);
    leave_all(p);
    return before != terminated;
}

bool receive(packet *p, void *out, packet **next) {
    packet_state state = p->state.load(std::memory_order_acquire);
    if (!is_ready(state)) state = waiting_receiver(p).wait();
    if (state == full) {
        move_bytes(out, value_of(p), p->type);
        p->occupied = false;
        if (next) *next = p->next;
        p->next = nullptr;
        p->state.store(empty, std::memory_order_relaxed);
    }
    leave_all(p);
    return state == full;
}

void terminate_sender(packet *p) {
    packet_state before = p->state.exchange(terminated, std::memory_order_acq_rel);
    if (before == full) fail("sender dropped after it sent");
    if (before == blocked) wake(p);
    leave_all(p);
}

// A loop, for unread messages hang on each other: calls within calls would need a stack as deep as there are
// messages.
void terminate_receiver(packet *p) {
    for (; p; p = leave(p))
        if (p->state.exchange(terminated, std::memory_order_acq_rel) == blocked) take_back(p);
}

bool peek(const packet *p) {
    packet_state state = p->state.load(std::memory_order_acquire);
    if (state == blocked) fail("peeking on blocked packet");
    return state == full;
}

bool mark_blocked(packet *p, rust_task *me) {
    if (is_ready(p->state.load(std::memory_order_acquire))) return false;
    publish(p, me);
    packet_state found = empty;
    if (p->state.compare_exchange_strong(found, blocked, std::memory_order_acq_rel,
                                         std::memory_order_acquire))
        return true;
    take_back(p);
    return false;
}

void unblock(packet *p) {
    take_back(p);
    // Unless the sender has acted: what it left stays.
    packet_state found = blocked;
    p->state.compare_exchange_strong(found, empty, std::memory_order_acq_rel, std::memory_order_acquire);
}

} // namespace core

using namespace core;

extern "C" {

rustcore_packet *rustcore_packet_new(const type_desc *type) {
    return new_packet(type);
}

bool rustcore_packet_send(rustcore_packet *packet, void *value) {
    return send(packet, value);
}

bool rustcore_packet_try_recv(rustcore_packet *packet, void *out) {
    return receive(packet, out);
}

bool rustcore_packet_peek(rustcore_packet *packet) {
    return peek(packet);
}

void rustcore_packet_sender_terminate(rustcore_packet *packet) {
    terminate_sender(packet);
}

void rustcore_packet_receiver_terminate(rustcore_packet *packet) {
    terminate_receiver(packet);
}

} // extern "C"
