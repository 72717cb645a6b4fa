// The service io: name look-ups.
#include "io_support.h"
using namespace harness;
using namespace io_test;

static int calls;
static uv_loop_t *loop;

static void look_up(const char *node, const char *service, addrinfo *hints, rust_uv_getaddrinfo_cb callback) {
    lookup_request request;
    // Names and hints are copied.
    char *node_copy = node ? strdup(node) : nullptr, *service_copy = service ? strdup(service) : nullptr;
    addrinfo hints_copy = hints ? *hints : addrinfo{};
    int mine;
    rust_uv_set_data_for_req(request, &mine);
    CHECK(rust_uv_getaddrinfo(loop, request, callback, node_copy, service_copy,
                              hints ? &hints_copy : nullptr) == 0);
    CHECK(rust_uv_get_data_for_req(request) == &mine);
    if (node) memset(node_copy, '#', strlen(node));
    if (service) memset(service_copy, '#', strlen(service));
    memset(&hints_copy, 0xff, sizeof hints_copy);
    free(node_copy);
    free(service_copy);
    CHECK(calls == 0);
    rust_uv_run(loop);
    CHECK(calls == 1);
    CHECK(rust_uv_get_data_for_req(request) == &mine);
    request.check_unused(24, 128);
    calls = 0;
}

START(a_numeric_name_gives_its_addresses, exits(0)) {
    loop = new_loop();
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    look_up("127.0.0.1", "80", &hints, [](uv_getaddrinfo_t *, int status, addrinfo *list) {
        calls++;
        CHECK(status == 0 && list && rust_uv_is_ipv4_addrinfo(list) && !rust_uv_is_ipv6_addrinfo(list));
        sockaddr_in *address = rust_uv_addrinfo_as_sockaddr_in(list);
        CHECK(address->sin_addr.s_addr == htonl(INADDR_LOOPBACK) && rust_uv_ip4_port(address) == 80);
        CHECK(!rust_uv_get_next_addrinfo(list));
        rust_uv_freeaddrinfo(list);
    });
    look_up("::1", nullptr, &hints, [](uv_getaddrinfo_t *, int status, addrinfo *list) {
        calls++;
        CHECK(status == 0 && list && rust_uv_is_ipv6_addrinfo(list));
        CHECK(!memcmp(&rust_uv_addrinfo_as_sockaddr_in6(list)->sin6_addr, &in6addr_loopback, 16));
        rust_uv_freeaddrinfo(list);
    });
    CHECK(last_error_is(loop, 0, 0));
    rust_uv_loop_delete(loop);
}

START(without_hints_each_socket_type_is_an_entry, exits(0)) {
    loop = new_loop();
    look_up("127.0.0.1", nullptr, nullptr, [](uv_getaddrinfo_t *, int status, addrinfo *list) {
        calls++;
        int entries = 0;
        for (addrinfo *each = list; each; each = rust_uv_get_next_addrinfo(each)) entries++;
        CHECK(status == 0 && entries == 3);
        rust_uv_freeaddrinfo(list);
    });
    look_up(nullptr, "80", nullptr, [](uv_getaddrinfo_t *, int status, addrinfo *list) {
        calls++;
        CHECK(status == 0 && list);
        rust_uv_freeaddrinfo(list);
    });
    rust_uv_loop_delete(loop);
}

START(a_name_that_does_not_exist_is_enoent, exits(0)) {
    loop = new_loop();
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST;
    look_up("no such name", nullptr, &hints, [](uv_getaddrinfo_t *, int status, addrinfo *list) {
        calls++;
        CHECK(status == EAI_NONAME && !list);
        CHECK(last_error_is(loop, 34, ENOENT) && !strcmp(last_error_name(loop), "ENOENT"));
        rust_uv_freeaddrinfo(list);
    });
    rust_uv_loop_delete(loop);
}

START(another_failure_has_the_number_of_the_resolver, exits(0)) {
    loop = new_loop();
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    look_up("127.0.0.1", "no such service", &hints, [](uv_getaddrinfo_t *, int status, addrinfo *list) {
        calls++;
        CHECK(status == EAI_SERVICE && !list);
        CHECK(last_error_is(loop, 2, EAI_SERVICE) && !strcmp(last_error_name(loop), "EADDRINFO"));
    });
    rust_uv_loop_delete(loop);
}

START(a_look_up_needs_a_request_a_callback_and_a_name, exits(0)) {
    loop = new_loop();
    lookup_request request;
    char node[] = "127.0.0.1";
    auto forbidden = [](uv_getaddrinfo_t *, int, addrinfo *) { CHECK(!"was refused"); };
    CHECK(rust_uv_getaddrinfo(loop, nullptr, forbidden, node, nullptr, nullptr) == -1);
    CHECK(rust_uv_getaddrinfo(loop, request, nullptr, node, nullptr, nullptr) == -1);
    CHECK(rust_uv_getaddrinfo(loop, request, forbidden, nullptr, nullptr, nullptr) == -1);
    CHECK(last_error_is(loop, 18, 0));
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
}

START(the_request_may_be_freed_in_its_callback, exits(0)) {
    loop = new_loop();
    auto *request = static_cast<uv_getaddrinfo_t *>(malloc(rust_uv_helper_uv_getaddrinfo_t_size()));
    char node[] = "127.0.0.1";
    CHECK(!rust_uv_getaddrinfo(
        loop, request,
        [](uv_getaddrinfo_t *request, int, addrinfo *list) {
        calls++;
        rust_uv_freeaddrinfo(list);
        free(request);
        },
        node, nullptr, nullptr));
    rust_uv_run(loop);
    CHECK(calls == 1);
    rust_uv_loop_delete(loop);
}
