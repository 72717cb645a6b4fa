// Managed values, which belong to one task, and its local data.
#ifndef RUSTCORE_LOCAL_DATA_HPP
#define RUSTCORE_LOCAL_DATA_HPP
#include "../rustcore.h"
#include <new>
#include <utility>

namespace rustcore {

// A counted reference to a T in the current task's heap, or to nothing. What is still referenced when the
// task ends, cycles too, is dropped by the annihilator.
template <class T> class managed {
public:
    managed() = default;
    template <class... A> static managed make(A &&...arguments) {
        static_assert(alignof(T) <= 16, "the task's heap aligns to 16");
        rust_opaque_box *box = rustcore_box_new(raw_type());
        new (box + 1) T(std::forward<A>(arguments)...);
        box->td = type(); // from now on there is something to drop
        return adopt(box);
    }
    // Takes a reference from the C API; NULL: nothing.
    static managed adopt(rust_opaque_box *box) {
        managed m;
        m.box_ = box;
        return m;
    }
    managed(const managed &other) : box_(other.box_ ? rustcore_box_take(other.box_) : nullptr) {}
    managed(managed &&other) noexcept : box_(std::exchange(other.box_, nullptr)) {}
    managed &operator=(managed other) noexcept {
        std::swap(box_, other.box_);
        return *this;
    }
    ~managed() {
        if (box_) rustcore_box_drop(box_);
    }
    explicit operator bool() const {
        return box_ != nullptr;
    }
    T &operator*() const {
        return *reinterpret_cast<T *>(box_ + 1);
    }
    T *operator->() const {
        return &**this;
    }
    // Gives the reference away.
    rust_opaque_box *release() {
        return std::exchange(box_, nullptr);
    }

private:
    static type_desc *type() {
        static type_desc description = {
            sizeof(T), alignof(T),
            nullptr,   [](void *, void *, const type_desc **, void *body) { static_cast<T *>(body)->~T(); },
            nullptr,   nullptr,
            nullptr,   nullptr};
        return &description;
    }
    static type_desc *raw_type() {
        static type_desc description = {sizeof(T), alignof(T), nullptr, nullptr,
                                        nullptr,   nullptr,    nullptr, nullptr};
        return &description;
    }
    rust_opaque_box *box_ = nullptr;
};

// A key of task-local data: each task has a value of its own under it, or none. Give it static storage, for
// its address is what tells keys apart.
template <class T> class local_key {
public:
    local_key() = default;
    local_key(const local_key &) = delete;
    local_key &operator=(const local_key &) = delete;

    managed<T> get() const {
        return managed<T>::adopt(rustcore_local_get(this));
    }
    // Takes the value out.
    managed<T> pop() const {
        return managed<T>::adopt(rustcore_local_pop(this));
    }
    // Drops the old value, if there is one.
    void set(managed<T> value) const {
        rustcore_local_set(this, value.release());
    }
    void set(T value) const {
        set(managed<T>::make(std::move(value)));
    }
    // Replaces the value by f's result; either may be nothing.
    template <class F> void modify(F f) const {
        rustcore_local_modify(
            this,
            [](rust_opaque_box *value, void *env) {
            return (*static_cast<F *>(env))(managed<T>::adopt(value)).release();
            },
            &f);
    }
};

} // namespace rustcore
#endif
