// SPDX-License-Identifier: Apache-2.0
#pragma once
// Included by server.cpp only: Boost is compiled once.
#include <string>
#include <string_view>

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include "platform/http/body.hpp"
#include "platform/http/http.hpp"
#include "platform/http/target.hpp"

namespace aroeira::http {

namespace beast = boost::beast;

/// What the header says about the exchange, beyond what a handler sees.
struct Framing {
    beast::http::verb verb = beast::http::verb::unknown;
    std::string method;  ///< As sent.
    std::string target;  ///< As sent: the buffer it came in moves while the body arrives.
    bool http_10 = false;
    int hosts = 0;
    int content_lengths = 0;
    bool transfer_encoding = false;
    bool expects_continue = false;
    bool expects_other = false;
    bool other_coding = false;  ///< A transfer coding besides plain "chunked".

    void clear() {
        method.clear();
        target.clear();
        hosts = content_lengths = 0;
        http_10 = transfer_encoding = expects_continue = expects_other = other_coding = false;
    }
};

/// Beast's parser filling our Request and BodySink directly, without a message in between.
class RequestParser final : public beast::http::basic_parser<true> {
public:
    RequestParser(Request& request, Framing& framing) : request_(request), framing_(framing) {
        header_limit(
            ~std::uint32_t{0});  // the connection counts the whole header, Beast only a part
        body_limit(boost::none);  // the route's limit is counted in `take`
    }
    /// Where the body goes, and how much of it is accepted.
    void receive_into(BodySink& sink, std::uint64_t bytes_max) {
        sink_ = &sink;
        bytes_max_ = bytes_max;
        eager(true);
    }

private:
    using error_code = beast::error_code;
    using string_view = beast::string_view;

    void on_request_impl(beast::http::verb verb, string_view method, string_view target,
                         int version, error_code&) override {
        framing_.http_10 = version == 10;
        framing_.verb = verb;
        framing_.method.assign(method.data(), method.size());
        framing_.target.assign(target.data(), target.size());
    }
    void on_response_impl(int, string_view, int, error_code&) override {}
    void on_field_impl(beast::http::field known, string_view name, string_view value,
                       error_code&) override {
        if (is_header_done())
            return;  // a trailer: nothing here needs one, and it must not add headers
        const std::string_view text(value.data(), value.size());
        using beast::http::field;
        switch (known) {
            case field::host: ++framing_.hosts; break;
            case field::content_length: ++framing_.content_lengths; break;
            case field::transfer_encoding:
                framing_.transfer_encoding = true;
                framing_.other_coding =
                    framing_.other_coding || !equal_ignoring_case(text, "chunked");
                break;
            case field::expect:
                (equal_ignoring_case(text, "100-continue") ? framing_.expects_continue
                                                           : framing_.expects_other) = true;
                break;
            default: break;
        }
        auto& [key, kept] = request_.headers.emplace_back();
        key.assign(name.data(), name.size());
        for (char& c : key)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        kept = text;
    }
    void on_header_impl(error_code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(string_view bytes, error_code& ec) override { return take(bytes, ec); }
    void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& ec) override {
        return take(bytes, ec);
    }
    void on_finish_impl(error_code&) override {}

    std::size_t take(string_view bytes, error_code& ec) {
        if (bytes.size() > bytes_max_ - sink_->size()) {
            ec = beast::http::error::body_limit;
            return 0;
        }
        sink_->append({bytes.data(), bytes.size()});
        return bytes.size();
    }

    Request& request_;
    Framing& framing_;
    BodySink* sink_ = nullptr;
    std::uint64_t bytes_max_ = 0;
};

}  // namespace aroeira::http
