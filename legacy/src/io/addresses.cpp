#include "io/addresses.h"
#include <arpa/inet.h>

namespace legacy::io {

sockaddr_in ip4_address(const char *text, int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = inet_addr(text);
    return address;
}

sockaddr_in6 ip6_address(const char *text, int port) {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(static_cast<uint16_t>(port));
    inet_pton(AF_INET6, text, &address.sin6_addr);
    return address;
}

int ip4_text(const sockaddr_in &address, char *out, size_t size) {
    return inet_ntop(AF_INET, &address.sin_addr, out, static_cast<socklen_t>(size)) ? 0 : 1;
}

int ip6_text(const sockaddr_in6 &address, char *out, size_t size) {
    return inet_ntop(AF_INET6, &address.sin6_addr, out, static_cast<socklen_t>(size)) ? 0 : 1;
}

} // namespace legacy::io
