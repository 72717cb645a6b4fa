// Boxes: a 32-byte header, then the body. Those of the exchange heap may go to other tasks; managed ones
// belong to the task that made them and are freed by the annihilator if the task leaves them behind.
#pragma once
#include "stacks.h"
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

namespace caller {

template <class T> void drop_body(void *, void *, const type_desc **, void *body) {
  static_cast<T *>(body)->~T();
}

// What the compiler wrote out for each type that went into a box.
template <class T>
inline type_desc description_of = {sizeof(T), alignof(T), nullptr, &drop_body<T>,
                                   nullptr,   nullptr,    nullptr, nullptr};

template <class T> T *body_of(rust_opaque_box *box) {
  return reinterpret_cast<T *>(box + 1);
}

// The exchange heap as the core library used it: C malloc, a header without a count of references, and the
// process-wide count raised by hand. Whoever gets the box frees it.
template <class T> rust_opaque_box *exchange_box(T value) {
  static_assert(alignof(T) <= 16, "malloc aligns to 16");
  auto *box =
      static_cast<rust_opaque_box *>(on_c([] { return malloc(sizeof(rust_opaque_box) + sizeof(T)); }));
  __atomic_fetch_add(rust_get_exchange_count_ptr(), 1, __ATOMIC_SEQ_CST);
  *box = {-1, &description_of<T>, nullptr, nullptr};
  new (body_of<T>(box)) T(std::move(value));
  return box;
}

// A managed box of the current task.
template <class T> T *managed(T value) {
  auto *box = reinterpret_cast<rust_opaque_box *>(upcall_malloc(&description_of<T>, sizeof(T)));
  return new (body_of<T>(box)) T(std::move(value));
}

template <class T> void free_managed(T *body) {
  body->~T();
  upcall_free(reinterpret_cast<rust_opaque_box *>(body) - 1);
}

// The managed boxes of a task, newest first. Compiled code read this word of the task directly
// (docs/legacy/legacy-runtime.md section 1), so it is part of what old binaries rely on.
inline rust_opaque_box *managed_boxes(rust_task *task) {
  constexpr size_t live_allocs_offset = 280;
  rust_opaque_box *head;
  memcpy(&head, reinterpret_cast<char *>(task) + live_allocs_offset, sizeof head);
  return head;
}

// What the core library registered in the crate map: called on the Rust stack at the end of every task. Every
// box is made immortal first, so that drop glue which lets go of another box does not free it under our feet;
// then all bodies are dropped, then all boxes freed. Returns how many there were.
inline long free_managed_boxes() {
  constexpr intptr_t immortal = 0x77777777;
  long freed = 0;
  for (rust_opaque_box *head; (head = managed_boxes(rust_get_task())) != nullptr;) {
    for (auto *box = head; box; box = box->next)
      box->ref_count = immortal;
    for (auto *box = head; box; box = box->next)
      if (box->td->drop)
        box->td->drop(nullptr, nullptr, nullptr, box + 1);
    // Drop glue may have made boxes of its own; those stand before head and are the next round's.
    for (auto *box = head; box; freed++) {
      auto *next = box->next;
      upcall_free(box);
      box = next;
    }
  }
  return freed;
}

} // namespace caller
