// Addresses and their text.
#include "io/uv.h"
#include "stacks/hops.h"
#include <arpa/inet.h>

bool rustcore_ip_parse(const char *text, uint16_t port, rustcore_ip *out) {
    // The old functions take bad text for some address, so they only get good one.
    return core::on_c([=] {
        in6_addr address;
        if (inet_pton(AF_INET, text, &address) == 1) out->v4 = rust_uv_ip4_addr(text, port);
        else if (inet_pton(AF_INET6, text, &address) == 1) out->v6 = rust_uv_ip6_addr(text, port);
        else return false;
        return true;
    });
}

bool rustcore_ip_format(const rustcore_ip *address, char *text, size_t size) {
    rustcore_ip copy = *address;
    return core::on_c([&] {
        switch (copy.address.sa_family) {
        case AF_INET: return rust_uv_ip4_name(&copy.v4, text, size) == 0;
        case AF_INET6: return rust_uv_ip6_name(&copy.v6, text, size) == 0;
        default: return false;
        }
    });
}
