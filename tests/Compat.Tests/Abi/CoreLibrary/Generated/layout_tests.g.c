/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   rustcore.h     dff56336023ad058627411ff0fd3bbbacc64b9a49d7e9a06d6d2b5e82e068f83
 *   rustcore.json  a49a98b7d180b7fc6e266786bc1911fc2314ac2a715e1b5944c55afdfba8ee17 */
#include <rustrt.h>
#include <rustcore.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static int failures;

static __attribute__((unused)) void expect(const char *what, long bindings, long compiler)
{
    if (bindings != compiler)
    {
        printf("%s: %ld in the bindings, %ld in C\n", what, bindings, compiler);
        failures = 1;
    }
}

static __attribute__((unused)) void expect_bits(const char *what, const void *record, long size, long first, long width)
{
    const unsigned char *bytes = record;
    long bit;
    for (bit = 0; bit < 8 * size; bit++)
    {
        if ((bytes[bit / 8] >> (bit % 8) & 1) != (bit >= first && bit < first + width))
        {
            printf("bits of %s: bit %ld is wrong in the bindings\n", what, bit);
            failures = 1;
        }
    }
}

int main(void)
{
    expect("size of in6_addr", 16, (long)sizeof(struct in6_addr));
    expect("alignment of in6_addr", 4, (long)_Alignof(struct in6_addr));
    expect("offset of in6_addr.__in6_u", 0, (long)offsetof(struct in6_addr, __in6_u));
    expect("size of in6_addr.___in6_u_e__Union", 16, (long)sizeof(((struct in6_addr *)0)->__in6_u));
    expect("offset of in6_addr.___in6_u_e__Union.__u6_addr8", 0, (long)offsetof(struct in6_addr, __in6_u.__u6_addr8));
    expect("offset of in6_addr.___in6_u_e__Union.__u6_addr16", 0, (long)offsetof(struct in6_addr, __in6_u.__u6_addr16));
    expect("offset of in6_addr.___in6_u_e__Union.__u6_addr32", 0, (long)offsetof(struct in6_addr, __in6_u.__u6_addr32));
    expect("size of in_addr", 4, (long)sizeof(struct in_addr));
    expect("alignment of in_addr", 4, (long)_Alignof(struct in_addr));
    expect("offset of in_addr.s_addr", 0, (long)offsetof(struct in_addr, s_addr));
    expect("size of rustcore_bytes", 16, (long)sizeof(struct rustcore_bytes));
    expect("alignment of rustcore_bytes", 8, (long)_Alignof(struct rustcore_bytes));
    expect("offset of rustcore_bytes.data", 0, (long)offsetof(struct rustcore_bytes, data));
    expect("offset of rustcore_bytes.size", 8, (long)offsetof(struct rustcore_bytes, size));
    expect("size of rustcore_closure", 24, (long)sizeof(struct rustcore_closure));
    expect("alignment of rustcore_closure", 8, (long)_Alignof(struct rustcore_closure));
    expect("offset of rustcore_closure.call", 0, (long)offsetof(struct rustcore_closure, call));
    expect("offset of rustcore_closure.env", 8, (long)offsetof(struct rustcore_closure, env));
    expect("offset of rustcore_closure.drop", 16, (long)offsetof(struct rustcore_closure, drop));
    expect("size of rustcore_global_type", 16, (long)sizeof(struct rustcore_global_type));
    expect("alignment of rustcore_global_type", 8, (long)_Alignof(struct rustcore_global_type));
    expect("offset of rustcore_global_type.clone", 0, (long)offsetof(struct rustcore_global_type, clone));
    expect("offset of rustcore_global_type.destroy", 8, (long)offsetof(struct rustcore_global_type, destroy));
    expect("size of rustcore_ip", 28, (long)sizeof(union rustcore_ip));
    expect("alignment of rustcore_ip", 4, (long)_Alignof(union rustcore_ip));
    expect("offset of rustcore_ip.address", 0, (long)offsetof(union rustcore_ip, address));
    expect("offset of rustcore_ip.v4", 0, (long)offsetof(union rustcore_ip, v4));
    expect("offset of rustcore_ip.v6", 0, (long)offsetof(union rustcore_ip, v6));
    expect("size of rustcore_tcp_error", 16, (long)sizeof(struct rustcore_tcp_error));
    expect("alignment of rustcore_tcp_error", 8, (long)_Alignof(struct rustcore_tcp_error));
    expect("offset of rustcore_tcp_error.name", 0, (long)offsetof(struct rustcore_tcp_error, name));
    expect("offset of rustcore_tcp_error.message", 8, (long)offsetof(struct rustcore_tcp_error, message));
    expect("size of rustcore_tcp_read_result", 32, (long)sizeof(struct rustcore_tcp_read_result));
    expect("alignment of rustcore_tcp_read_result", 8, (long)_Alignof(struct rustcore_tcp_read_result));
    expect("offset of rustcore_tcp_read_result.bytes", 0, (long)offsetof(struct rustcore_tcp_read_result, bytes));
    expect("offset of rustcore_tcp_read_result.error", 16, (long)offsetof(struct rustcore_tcp_read_result, error));
    expect("size of sockaddr", 16, (long)sizeof(struct sockaddr));
    expect("alignment of sockaddr", 2, (long)_Alignof(struct sockaddr));
    expect("offset of sockaddr.sa_family", 0, (long)offsetof(struct sockaddr, sa_family));
    expect("offset of sockaddr.sa_data", 2, (long)offsetof(struct sockaddr, sa_data));
    expect("size of sockaddr_in", 16, (long)sizeof(struct sockaddr_in));
    expect("alignment of sockaddr_in", 4, (long)_Alignof(struct sockaddr_in));
    expect("offset of sockaddr_in.sin_family", 0, (long)offsetof(struct sockaddr_in, sin_family));
    expect("offset of sockaddr_in.sin_port", 2, (long)offsetof(struct sockaddr_in, sin_port));
    expect("offset of sockaddr_in.sin_addr", 4, (long)offsetof(struct sockaddr_in, sin_addr));
    expect("offset of sockaddr_in.sin_zero", 8, (long)offsetof(struct sockaddr_in, sin_zero));
    expect("size of sockaddr_in6", 28, (long)sizeof(struct sockaddr_in6));
    expect("alignment of sockaddr_in6", 4, (long)_Alignof(struct sockaddr_in6));
    expect("offset of sockaddr_in6.sin6_family", 0, (long)offsetof(struct sockaddr_in6, sin6_family));
    expect("offset of sockaddr_in6.sin6_port", 2, (long)offsetof(struct sockaddr_in6, sin6_port));
    expect("offset of sockaddr_in6.sin6_flowinfo", 4, (long)offsetof(struct sockaddr_in6, sin6_flowinfo));
    expect("offset of sockaddr_in6.sin6_addr", 8, (long)offsetof(struct sockaddr_in6, sin6_addr));
    expect("offset of sockaddr_in6.sin6_scope_id", 24, (long)offsetof(struct sockaddr_in6, sin6_scope_id));
    return failures;
}
