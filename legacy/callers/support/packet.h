// One-shot packets: how tasks handed each other values in 2013 (docs/legacy/legacy-runtime.md section 11,
// Pipes).
//
// A packet lives in the exchange heap, shared by one Chan and one Port. Its state is one word:
//   empty       nobody has sent, nobody waits
//   full        the value is in
//   blocked     a receiver waits; `waiter` names its task, of which the packet holds a reference
//   terminated  one side is gone
// Sender: 1. stores the value; 2. exchanges the state with full (or terminated, when it is dropped without
// sending);
// 3. if it found blocked, takes the waiter by exchange, signals it and drops its reference.
// Receiver: 1. clears its pending event; 2. takes a reference of itself and publishes it as waiter; 3.
// exchanges the state empty for blocked; 4. if it found empty, or blocked after an event that was none of the
// packet's, waits and goes on at 3; else it takes its waiter word back, if the sender has not, and the value,
// if there is one. A signal that comes between 3 and the wait is kept by the task, so the wait returns at
// once: no wake is lost. The exchanges are sequentially consistent: the sender sees the waiter or the
// receiver sees the value.
#pragma once
#include "tasks.h"
#include <atomic>
#include <optional>

namespace caller {

template <class T> class Packet {
public:
  static Packet *make() {
    void *block = on_c([] { return rust_uv_current_kernel_malloc(sizeof(Packet)); });
    return new (block) Packet;
  }

  void send(T value) {
    value_.emplace(std::move(value));
    leave_sender(full);
  }
  void drop_sender() { leave_sender(terminated); }

  // Nothing when the sender was dropped without sending. A killed task fails here.
  std::optional<T> receive() {
    rust_task *me = self();
    rust_task_ref(me);
    waiter_.store(me);
    for (;;) {
      task_clear_event_reject(me);
      int before = empty;
      state_.compare_exchange_strong(before, blocked);
      if (before == full || before == terminated)
        break;
      if (wait_event().killed) {
        take_back(me);
        fail();
      }
    }
    take_back(me);
    return std::move(value_);
  }
  void drop_receiver() {
    state_.exchange(terminated);
    release();
  }

private:
  enum { empty, full, blocked, terminated };

  void leave_sender(int state) {
    if (state_.exchange(state) == blocked)
      if (rust_task *waiter = waiter_.exchange(nullptr))
        on_c([=] {
          task_signal_event(waiter, this);
          rust_task_deref(waiter);
        });
    release();
  }
  void take_back(rust_task *me) {
    if (waiter_.exchange(nullptr))
      on_c([=] { rust_task_deref(me); });
  }
  void release() {
    if (owners_.fetch_sub(1) == 1) {
      this->~Packet();
      on_c([this] { rust_uv_current_kernel_free(this); });
    }
  }

  std::atomic<int> state_{empty};
  std::atomic<rust_task *> waiter_{nullptr};
  std::atomic<int> owners_{2};
  std::optional<T> value_;
};

// The sending end: sends once, or tells the receiver that nothing will come when it is dropped.
template <class T> class Chan {
public:
  explicit Chan(Packet<T> *packet) : packet_(packet) {}
  Chan(Chan &&other) noexcept : packet_(std::exchange(other.packet_, nullptr)) {}
  ~Chan() {
    if (packet_)
      packet_->drop_sender();
  }
  void send(T value) { std::exchange(packet_, nullptr)->send(std::move(value)); }

private:
  Packet<T> *packet_;
};

// The receiving end.
template <class T> class Port {
public:
  explicit Port(Packet<T> *packet) : packet_(packet) {}
  Port(Port &&other) noexcept : packet_(std::exchange(other.packet_, nullptr)) {}
  ~Port() {
    if (packet_)
      packet_->drop_receiver();
  }
  std::optional<T> receive() { return packet_->receive(); }

private:
  Packet<T> *packet_;
};

template <class T> struct Oneshot {
  Port<T> port;
  Chan<T> chan;
};

template <class T> Oneshot<T> oneshot() {
  auto *packet = Packet<T>::make();
  return {Port<T>(packet), Chan<T>(packet)};
}

} // namespace caller
