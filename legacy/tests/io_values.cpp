// The service io: sizes, errors, buffers, addresses; what needs no loop.
#include "io_support.h"
using namespace harness;
using namespace io_test;

START(sizes_are_those_of_the_old_library, exits(0)) {
    CHECK(rust_uv_helper_uv_tcp_t_size() == 216);
    CHECK(rust_uv_helper_uv_connect_t_size() == 64);
    CHECK(rust_uv_helper_uv_buf_t_size() == 16);
    CHECK(rust_uv_helper_uv_write_t_size() == 160);
    CHECK(rust_uv_helper_uv_err_t_size() == 8);
    CHECK(rust_uv_helper_sockaddr_in_size() == 16);
    CHECK(rust_uv_helper_sockaddr_in6_size() == 28);
    CHECK(rust_uv_helper_addr_in_size() == 28);
    CHECK(rust_uv_helper_addrinfo_size() == 48);
    CHECK(rust_uv_helper_uv_getaddrinfo_t_size() == 128);
    CHECK(rust_uv_helper_uv_async_t_size() == 96);
    CHECK(rust_uv_helper_uv_timer_t_size() == 120);
    CHECK(rust_uv_helper_get_INADDR_NONE() == 0xffffffff);
}

START(errors_have_the_old_names_and_texts, exits(0)) {
    static const struct {
        int code;
        const char *name, *text;
    } expected[] = {{-1, "UNKNOWN", "unknown error"},
                    {0, "OK", "success"},
                    {1, "EOF", "end of file"},
                    {2, "EADDRINFO", "getaddrinfo error"},
                    {3, "EACCES", "permission denied"},
                    {4, "EAGAIN", "resource temporarily unavailable"},
                    {5, "EADDRINUSE", "address already in use"},
                    {6, "EADDRNOTAVAIL", "address not available"},
                    {9, "EBADF", "bad file descriptor"},
                    {12, "ECONNREFUSED", "connection refused"},
                    {13, "ECONNRESET", "connection reset by peer"},
                    {15, "EFAULT", "bad address in system call argument"},
                    {18, "EINVAL", "invalid argument"},
                    {31, "ENOTCONN", "socket is not connected"},
                    {34, "ENOENT", "no such file or directory"},
                    {36, "EPIPE", "broken pipe"},
                    {40, "ETIMEDOUT", "connection timed out"},
                    {59, "ECANCELED", "operation canceled"}};
    for (auto &each : expected) {
        uv_err_t error = {each.code, 77};
        CHECK(!strcmp(rust_uv_err_name(&error), each.name));
        CHECK(!strcmp(rust_uv_strerror(&error), each.text));
    }
    for (int code = -1; code <= 59; code++) {
        uv_err_t error = {code, 0};
        if (code == 30 || code == 43) continue; // given to none
        CHECK(*rust_uv_err_name(&error) && *rust_uv_strerror(&error));
    }
}

START(an_unknown_code_has_a_text, exits(0)) {
    for (int code : {-2, 30, 43, 60}) {
        uv_err_t error = {code, 0};
        CHECK(!strcmp(rust_uv_strerror(&error), "Unknown system error"));
    }
}

START(an_unknown_code_has_no_name, aborts("no error of libuv has this code")) {
    uv_err_t error = {60, 0};
    rust_uv_err_name(&error);
}

CASE(a_buffer_is_two_words_and_its_length_32_bits, exits(0)) {
    on_c([] {
        char base[4];
        uv_buf_t buffer = {nullptr, 0};
        rust_uv_buf_init(&buffer, base, 4);
        CHECK(buffer.base == base && buffer.len == 4);
        CHECK(rust_uv_get_base_from_buf(buffer) == base && rust_uv_get_len_from_buf(buffer) == 4);
        rust_uv_buf_init(&buffer, base, (size_t{3} << 32) + 7);
        CHECK(buffer.len == 7);
    });
}

CASE(a_read_buffer_is_a_zeroed_exchange_block, exits(0)) {
    on_c([] {
        uintptr_t before = *rust_get_exchange_count_ptr();
        char *base = rust_uv_malloc_buf_base_of(4096);
        CHECK(*rust_get_exchange_count_ptr() == before + 1);
        for (int i = 0; i < 4096; i++) CHECK(base[i] == 0);
        rust_uv_free_base_of_buf({base, 1});
        CHECK(*rust_get_exchange_count_ptr() == before);
    });
}

START(buf_init_needs_a_task, aborts("no current task")) {
    uv_buf_t buffer;
    rust_uv_buf_init(&buffer, nullptr, 0);
}
START(malloc_buf_base_of_needs_a_task, aborts("no current task")) {
    rust_uv_malloc_buf_base_of(8);
}
START(free_base_of_buf_needs_a_task, aborts("no current task")) {
    rust_uv_free_base_of_buf({nullptr, 0});
}
START(ip4_addr_needs_a_task, aborts("no current task")) {
    rust_uv_ip4_addr("127.0.0.1", 1);
}
START(ip6_addr_needs_a_task, aborts("no current task")) {
    rust_uv_ip6_addr("::1", 1);
}

static void make_values() {
    uv_buf_t buffer;
    rust_uv_buf_init(&buffer, nullptr, 5);
    rust_uv_ip4_addr("1.2.3.4", 56);
    rust_uv_ip6_addr("::7", 89);
}
CASE(values_are_logged_at_debug_level_of_the_library, exits(0)
                                                          .env("RUST_LOG", "::rt::stdlib=4")
                                                          .err("rust_uv_buf_init")
                                                          .err("1.2.3.4 port 56")
                                                          .err("::7 port 89")) {
    on_c(make_values);
}
CASE(values_are_not_logged_at_info_level,
     exits(0).env("RUST_LOG", "::rt::stdlib=3").no_err("rust_uv").no_err("1.2.3.4")) {
    on_c(make_values);
}

CASE(ip4_addresses_from_text, exits(0)) {
    on_c([] {
        sockaddr_in address = rust_uv_ip4_addr("127.0.0.1", 8080);
        CHECK(address.sin_family == AF_INET && address.sin_addr.s_addr == htonl(0x7f000001));
        CHECK(address.sin_port == htons(8080) && rust_uv_ip4_port(&address) == 8080);
        for (char zero : address.sin_zero) CHECK(zero == 0);
        for (const char *bad : {"", "nonsense", "1.2.3.4.5", "256.0.0.1", "::1", "1.2.3.x"}) {
            address = rust_uv_ip4_addr(bad, 65535);
            CHECK(address.sin_addr.s_addr == rust_uv_helper_get_INADDR_NONE());
            CHECK(address.sin_family == AF_INET && rust_uv_ip4_port(&address) == 65535);
        }
        // The C library's reading of fewer than four parts.
        CHECK(rust_uv_ip4_addr("127.1", 0).sin_addr.s_addr == htonl(0x7f000001));
        CHECK(rust_uv_ip4_addr("0x7f.0.0.010", 0).sin_addr.s_addr == htonl(0x7f000008));
        address = rust_uv_ip4_addr("1.1.1.1", 65536 + 80);
        CHECK(rust_uv_ip4_port(&address) == 80);
    });
}

CASE(ip6_addresses_from_text, exits(0)) {
    on_c([] {
        sockaddr_in6 address = rust_uv_ip6_addr("::1", 443);
        CHECK(address.sin6_family == AF_INET6 && !memcmp(&address.sin6_addr, &in6addr_loopback, 16));
        CHECK(rust_uv_ip6_port(&address) == 443 && !address.sin6_flowinfo && !address.sin6_scope_id);
        for (const char *bad : {"", "127.0.0.1", ":::1", "g::1"}) {
            address = rust_uv_ip6_addr(bad, 1);
            CHECK(address.sin6_family == AF_INET6 && !memcmp(&address.sin6_addr, &in6addr_any, 16));
            CHECK(rust_uv_ip6_port(&address) == 1);
        }
    });
}

// C writes 28 bytes; callers reserve 32.
CASE(an_ip6_address_is_28_bytes, exits(0)) {
    on_c([] {
        union {
            sockaddr_in6 address;
            unsigned char bytes[32];
        } out;
        memset(&out, 0xEE, sizeof out);
        auto hidden = reinterpret_cast<void *(*)(void *, const char *, int)>(
            reinterpret_cast<void *>(rust_uv_ip6_addr));
        CHECK(hidden(&out, "fe80::1", 9) == &out && rust_uv_ip6_port(&out.address) == 9);
        for (int i = 28; i < 32; i++) CHECK(out.bytes[i] == 0xEE);
    });
}

CASE(addresses_to_text, exits(0)) {
    on_c([] {
        char text[64];
        sockaddr_in four = rust_uv_ip4_addr("10.20.30.40", 1);
        CHECK(rust_uv_ip4_name(&four, text, sizeof text) == 0 && !strcmp(text, "10.20.30.40"));
        CHECK(rust_uv_ip4_name(&four, text, 12) == 0 && !strcmp(text, "10.20.30.40"));
        static const char *const pairs[][2] = {{"::", "::"},
                                               {"::1", "::1"},
                                               {"2001:DB8:0:0:0:0:0:1", "2001:db8::1"},
                                               {"1:0:0:2:0:0:0:3", "1:0:0:2::3"},
                                               {"::ffff:1.2.3.4", "::ffff:1.2.3.4"}};
        for (auto &pair : pairs) {
            sockaddr_in6 six = rust_uv_ip6_addr(pair[0], 1);
            CHECK(rust_uv_ip6_name(&six, text, sizeof text) == 0 && !strcmp(text, pair[1]));
        }
    });
}

CASE(a_name_that_does_not_fit_is_not_written, exits(0)) {
    on_c([] {
        char text[16];
        memset(text, 'x', sizeof text);
        sockaddr_in four = rust_uv_ip4_addr("10.20.30.40", 1);
        sockaddr_in6 six = rust_uv_ip6_addr("1:2:3::4", 1);
        for (size_t size : {0, 1, 8}) {
            CHECK(rust_uv_ip4_name(&four, text, size) == 1);
            CHECK(rust_uv_ip6_name(&six, text, size) == 1);
        }
        CHECK(rust_uv_ip4_name(&four, text, 11) == 1);
        for (char c : text) CHECK(c == 'x');
        CHECK(rust_uv_ip6_name(&six, text, 9) == 0);
    });
}

START(address_lists_are_read_through_the_helpers, exits(0)) {
    sockaddr_in four = local4(1);
    sockaddr_in6 six = local6(2);
    addrinfo second{}, first{};
    first.ai_family = AF_INET;
    first.ai_addr = reinterpret_cast<sockaddr *>(&four);
    first.ai_next = &second;
    second.ai_family = AF_INET6;
    second.ai_addr = reinterpret_cast<sockaddr *>(&six);
    CHECK(rust_uv_is_ipv4_addrinfo(&first) && !rust_uv_is_ipv6_addrinfo(&first));
    CHECK(!rust_uv_is_ipv4_addrinfo(&second) && rust_uv_is_ipv6_addrinfo(&second));
    CHECK(rust_uv_get_next_addrinfo(&first) == &second && !rust_uv_get_next_addrinfo(&second));
    CHECK(rust_uv_addrinfo_as_sockaddr_in(&first) == &four &&
          rust_uv_addrinfo_as_sockaddr_in6(&second) == &six);
}
