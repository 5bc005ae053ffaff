// SPDX-License-Identifier: Apache-2.0
#include <expat.h>

#include <algorithm>
#include <cctype>

#include "platform/xml/refusal.hpp"
#include "platform/xml/xml.hpp"

namespace aroeira::xml {
namespace {

constexpr std::size_t kSliceBytes = 256 << 10;

std::string_view cause_of(XML_Error code) {
    switch (code) {
        case XML_ERROR_TAG_MISMATCH: return "um elemento foi fechado com o nome de outro.";
        case XML_ERROR_DUPLICATE_ATTRIBUTE: return "um atributo aparece duas vezes no mesmo elemento.";
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: return "há conteúdo depois do fim do documento.";
        case XML_ERROR_BAD_CHAR_REF: return "há uma referência a um caractere que não existe.";
        case XML_ERROR_UNBOUND_PREFIX: return "um prefixo de nome não foi declarado.";
        case XML_ERROR_MISPLACED_XML_PI:
        case XML_ERROR_XML_DECL: return "a declaração inicial do XML está errada ou fora do lugar.";
        default: return "a escrita do XML está errada.";
    }
}

bool is_accepted_encoding(std::string_view name) {
    constexpr std::string_view kAccepted[] = {"UTF-8", "ISO-8859-1", "US-ASCII"};
    return std::any_of(std::begin(kAccepted), std::end(kAccepted), [&](std::string_view one) {
        return std::equal(one.begin(), one.end(), name.begin(), name.end(),
                          [](char a, char b) { return a == std::toupper(static_cast<unsigned char>(b)); });
    });
}

/// expat would read UTF-16 by itself, from a byte order mark or from a zero in the first two bytes.
bool is_utf16(std::string_view start) {
    return start.starts_with("\xfe\xff") || start.starts_with("\xff\xfe") || start.substr(0, 2).find('\0') != start.npos;
}

}  // namespace

struct Parser::State {
    State(Handler& to, const Options& with)
        : handler(to), options(with),
          expat(with.namespaces ? XML_ParserCreateNS(nullptr, ' ') : XML_ParserCreate(nullptr), &XML_ParserFree) {
        INVARIANT(expat, "expat has no memory");
        auto* const p = expat.get();
        XML_SetUserData(p, this);
        XML_SetElementHandler(p, on_start, on_end);
        XML_SetStartDoctypeDeclHandler(p, on_doctype);
        XML_SetXmlDeclHandler(p, on_declaration);
        if (options.text) XML_SetCharacterDataHandler(p, on_text);
        if (options.instructions) XML_SetProcessingInstructionHandler(p, on_instruction);
    }

    static State& of(void* user) { return *static_cast<State*>(user); }

    void refuse(Error error) {
        // expat may still deliver an event after it was stopped; the first cause is the one told.
        if (!refused) refused = std::move(error);
        XML_StopParser(expat.get(), XML_FALSE);
    }
    void take(Result<void> answer) {
        if (!answer) [[unlikely]] refuse(std::move(answer).error());
    }
    [[nodiscard]] std::uint64_t line() const { return XML_GetCurrentLineNumber(expat.get()); }

    void flush_text() {
        if (text.empty() || refused) return;
        take(handler.text(text));
        text.clear();
    }

    static void on_start(void* user, const XML_Char* name, const XML_Char** pairs) {
        State& s = of(user);
        s.flush_text();
        if (s.refused) return;
        if (++s.depth > s.options.depth_max) return s.refuse(refusal::too_deep(s.line(), s.options.depth_max));
        std::size_t count = 0;
        for (const XML_Char** at = pairs; *at; at += 2, ++count)
            if (std::strlen(at[1]) > s.options.attribute_bytes_max)
                return s.refuse(refusal::too_large(s.line(), "o valor de um atributo é longo demais."));
        if (count > s.options.attributes_max) return s.refuse(refusal::too_large(s.line(), "um elemento tem atributos demais."));
        s.take(s.handler.start(name, Attributes(pairs)));
    }
    static void on_end(void* user, const XML_Char* name) {
        State& s = of(user);
        s.flush_text();
        if (s.refused) return;
        --s.depth;
        s.take(s.handler.end(name));
    }
    static void on_text(void* user, const XML_Char* from, int size) {
        State& s = of(user);
        if (s.refused) return;
        s.text.append(from, static_cast<std::size_t>(size));
        if (s.text.size() > s.options.token_bytes_max) s.refuse(refusal::too_large(s.line(), "um texto é longo demais."));
    }
    static void on_instruction(void* user, const XML_Char* target, const XML_Char* data) {
        State& s = of(user);
        s.flush_text();
        if (!s.refused) s.take(s.handler.instruction(target, data));
    }
    static void on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        of(user).refuse(refusal::document_type(of(user).line()));
    }
    static void on_declaration(void* user, const XML_Char*, const XML_Char* encoding, int) {
        if (encoding && !is_accepted_encoding(encoding)) of(user).refuse(refusal::encoding());
    }

    Error failure() {
        if (refused) return *refused;
        const auto code = XML_GetErrorCode(expat.get());
        switch (code) {
            case XML_ERROR_UNKNOWN_ENCODING:
            case XML_ERROR_INCORRECT_ENCODING: return refusal::encoding();
            case XML_ERROR_INVALID_TOKEN:
                // What is no token where a byte is above ASCII is a character of another encoding.
                return at_high_byte() ? refusal::not_in_encoding(line()) : refusal::malformed(line(), cause_of(code));
            case XML_ERROR_PARTIAL_CHAR: return refusal::not_in_encoding(line());
            case XML_ERROR_UNDEFINED_ENTITY:
            case XML_ERROR_RECURSIVE_ENTITY_REF:
            case XML_ERROR_AMPLIFICATION_LIMIT_BREACH: return refusal::document_type(line());
            case XML_ERROR_NO_ELEMENTS:
            case XML_ERROR_UNCLOSED_TOKEN:
            case XML_ERROR_UNCLOSED_CDATA_SECTION: return refusal::ends_early(line());
            default: return refusal::malformed(line(), cause_of(code));
        }
    }

    [[nodiscard]] bool at_high_byte() const {
        int offset = 0, size = 0;
        const char* const context = XML_GetInputContext(expat.get(), &offset, &size);
        if (!context) return false;
        for (int i = offset; i < size && i < offset + 4; ++i)
            if (static_cast<unsigned char>(context[i]) >= 0x80) return true;
        return false;
    }

    Result<void> parse(std::string_view slice, bool last) {
        if (XML_Parse(expat.get(), slice.data(), static_cast<int>(slice.size()), last) != XML_STATUS_OK) return failure();
        fed += slice.size();
        // A token that never ends would be kept whole in memory.
        const auto at = XML_GetCurrentByteIndex(expat.get());
        if (!last && fed > options.token_bytes_max + kSliceBytes + static_cast<std::uint64_t>(std::max<XML_Index>(at, 0)))
            return refusal::too_large(line(), "um elemento ou comentário é longo demais.");
        return {};
    }

    Handler& handler;
    const Options options;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> expat;
    std::optional<Error> refused{};
    std::string text{};
    std::string start{};  ///< The first two bytes, until both are known.
    std::size_t depth = 0;
    std::uint64_t fed = 0;
};

Parser::Parser(Handler& handler, const Options& options) : state_(std::make_unique<State>(handler, options)) {}
Parser::~Parser() = default;

Result<void> Parser::feed(std::string_view chunk) {
    State& s = *state_;
    if (s.refused) return *s.refused;
    if (s.start.size() < 2) {
        s.start += chunk.substr(0, 2 - s.start.size());
        if (is_utf16(s.start)) s.refuse(refusal::encoding());
        if (s.refused) return *s.refused;
    }
    for (; !chunk.empty(); chunk.remove_prefix(std::min(kSliceBytes, chunk.size()))) {
        auto done = s.parse(chunk.substr(0, kSliceBytes), false);
        if (done) continue;
        s.refused = done.error();
        return done;
    }
    return {};
}

Result<void> Parser::finish() {
    if (state_->refused) return *state_->refused;
    return state_->parse({}, true);
}

std::uint64_t Parser::line() const { return state_->line(); }
std::uint64_t Parser::column() const { return XML_GetCurrentColumnNumber(state_->expat.get()) + 1; }

Result<void> parse(std::string_view text, Handler& handler, const Options& options) {
    Parser parser(handler, options);
    AROEIRA_CHECK(parser.feed(text));
    return parser.finish();
}

}  // namespace aroeira::xml
