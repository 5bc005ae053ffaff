// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace aroeira::test {

/// Of an authority that vouches for nobody; its key was thrown away.
inline constexpr std::string_view kCertificate = R"(-----BEGIN CERTIFICATE-----
MIIBkTCCATegAwIBAgIUb0XVj0ouGvTbs4v24m32w4K3mkswCgYIKoZIzj0EAwIw
HjEcMBoGA1UEAwwTQXV0b3JpZGFkZSBkZSB0ZXN0ZTAeFw0yNjExMjgxOTA2MjRa
Fw0zNjExMjUxOTA2MjRaMB4xHDAaBgNVBAMME0F1dG9yaWRhZGUgZGUgdGVzdGUw
WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARoDhRgLkmzCnEM8Gwx6T8B/B95c103
qzKtYKUSJPBzM1FHXtQb2lqagof71NgPKHeBe6NIT/scgP2loY8t0b4vo1MwUTAd
BgNVHQ4EFgQUvV5NaZrS8hSDpvWzPzUx30uT3jwwHwYDVR0jBBgwFoAUvV5NaZrS
8hSDpvWzPzUx30uT3jwwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBF
AiBqGMJBcjZhhd2QnE65oxixSwakJnnU9ZcgpPRS3KyccQIhAIDmmz5oMXarhtEe
o0n7h7XjmpzCm8Ly/cxUKBQ7q4Lk
-----END CERTIFICATE-----
)";

}  // namespace aroeira::test
