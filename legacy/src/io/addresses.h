// Socket addresses from text and back.
#ifndef LEGACY_IO_ADDRESSES_H
#define LEGACY_IO_ADDRESSES_H
#include <cstddef>
#include <netinet/in.h>

namespace legacy::io {

// What the C library takes for a dotted address; other text gives all ones.
sockaddr_in ip4_address(const char *text, int port);
// Other text gives all zeroes.
sockaddr_in6 ip6_address(const char *text, int port);
// 0, or 1 when it does not fit into `size` bytes with its NUL; `out` is then left alone.
int ip4_text(const sockaddr_in &address, char *out, size_t size);
int ip6_text(const sockaddr_in6 &address, char *out, size_t size);

} // namespace legacy::io
#endif
