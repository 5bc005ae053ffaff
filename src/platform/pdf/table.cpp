// SPDX-License-Identifier: Apache-2.0
#include <hpdf.h>

#include <algorithm>

#include "platform/pdf/pdf.hpp"

namespace aroeira::pdf {
namespace {

// Points of 1/72 inch.
constexpr float kWidth = 842;
constexpr float kHeight = 595;
constexpr float kMargin = 36;
constexpr float kGap = 5;
constexpr float kFootLine = 22;
constexpr float kTitleSize = 13;
constexpr float kLineSize = 9;
constexpr float kCellSize = 7;
constexpr float kLeading = 1.25F;
/// A cell of an event is short; what is longer than this is cut, or one cell would not fit a page.
constexpr std::size_t kCellLinesMax = 30;
/// No line is as long, and the library refuses texts past 32,767 bytes.
constexpr std::size_t kMeasuredMax = 1000;

/// The library calls this and goes on; whoever calls it looks at the code afterwards.
void note(HPDF_STATUS code, HPDF_STATUS, void* where) {
    auto& first = *static_cast<HPDF_STATUS*>(where);
    if (first == HPDF_OK) first = code;
}

}  // namespace

struct Table::State {
    explicit State(TableSetup given) : setup(std::move(given)), document(HPDF_New(note, &failure)) {
        HPDF_SetCompressionMode(document, HPDF_COMP_ALL);
        HPDF_SetPagesConfiguration(document, 64);  // A tree of pages, so that the thousandth costs what the first did.
        HPDF_SetInfoAttr(document, HPDF_INFO_TITLE, to_cp1252(setup.title).c_str());
        HPDF_SetInfoAttr(document, HPDF_INFO_CREATOR, to_cp1252(setup.creator).c_str());
        plain = HPDF_GetFont(document, "Helvetica", "WinAnsiEncoding");
        bold = HPDF_GetFont(document, "Helvetica-Bold", "WinAnsiEncoding");
        double all = 0;
        for (const auto& column : setup.columns) all += column.share;
        for (const auto& column : setup.columns)
            widths.push_back(static_cast<float>((kWidth - 2 * kMargin) * column.share / all));
        add_page();
        put(bold, kTitleSize, kMargin, setup.title);
        at -= kTitleSize * kLeading;
        for (const auto& line : setup.lines) {
            for (const auto& part : wrapped(plain, kLineSize, kWidth - 2 * kMargin, line)) {
                put_raw(plain, kLineSize, kMargin, part);
                at -= kLineSize * kLeading;
            }
        }
        at -= kGap;
        head();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { HPDF_Free(document); }

    void add_page() {
        page = HPDF_AddPage(document);
        HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_LANDSCAPE);
        pages.push_back(page);
        at = kHeight - kMargin - kTitleSize;
    }
    void put_raw(HPDF_Font font, float size, float x, const std::string& text) const {
        HPDF_Page_BeginText(page);
        HPDF_Page_SetFontAndSize(page, font, size);
        HPDF_Page_TextOut(page, x, at, text.c_str());
        HPDF_Page_EndText(page);
    }
    void put(HPDF_Font font, float size, float x, std::string_view utf8) const { put_raw(font, size, x, to_cp1252(utf8)); }

    /// Lines that fit the width, broken at blanks where there are.
    std::vector<std::string> wrapped(HPDF_Font font, float size, float width, std::string_view utf8) const {
        const auto all = to_cp1252(utf8);
        std::string_view text = all;
        std::vector<std::string> lines;
        while (!text.empty() && lines.size() < kCellLinesMax) {
            const auto fit = [&](HPDF_BOOL words) {
                HPDF_REAL real = 0;
                return HPDF_Font_MeasureText(font, reinterpret_cast<const HPDF_BYTE*>(text.data()), static_cast<HPDF_UINT>(std::min(text.size(), kMeasuredMax)), width, size, 0, 0, words, &real);
            };
            std::size_t count = fit(HPDF_TRUE);
            if (count == 0) count = std::max<std::size_t>(fit(HPDF_FALSE), 1);
            lines.emplace_back(text.substr(0, count));
            text.remove_prefix(count);
        }
        if (!text.empty()) lines.back() += "...";
        if (lines.empty()) lines.emplace_back();
        return lines;
    }
    void line_under() const {
        HPDF_Page_SetLineWidth(page, 0.3F);
        HPDF_Page_MoveTo(page, kMargin, at);
        HPDF_Page_LineTo(page, kWidth - kMargin, at);
        HPDF_Page_Stroke(page);
    }
    void head() {
        std::vector<std::string> titles;
        for (const auto& column : setup.columns) titles.push_back(column.title);
        draw(bold, titles);
    }
    void draw(HPDF_Font font, std::span<const std::string> cells) {
        std::vector<std::vector<std::string>> lines;
        std::size_t height = 1;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            lines.push_back(wrapped(font, kCellSize, widths[i] - kGap, i < cells.size() ? std::string_view(cells[i]) : std::string_view()));
            height = std::max(height, lines.back().size());
        }
        const float needed = static_cast<float>(height) * kCellSize * kLeading + kGap;
        if (at - needed < kMargin + kFootLine && font == plain) {
            add_page();
            head();
        }
        const float top = at;
        float x = kMargin;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            at = top;
            for (const auto& line : lines[i]) {
                put_raw(font, kCellSize, x, line);
                at -= kCellSize * kLeading;
            }
            x += widths[i];
        }
        at = top - static_cast<float>(height) * kCellSize * kLeading + kCellSize * 0.6F;
        line_under();
        at -= kCellSize + kGap * 0.4F;
    }
    void foot(std::string_view footer) {
        for (std::size_t i = 0; i < pages.size(); ++i) {
            page = pages[i];
            at = kMargin - kCellSize;
            put(plain, kCellSize, kMargin, footer);
            const auto number = to_cp1252("Página " + std::to_string(i + 1) + " de " + std::to_string(pages.size()));
            HPDF_Page_SetFontAndSize(page, plain, kCellSize);
            put_raw(plain, kCellSize, kWidth - kMargin - HPDF_Page_TextWidth(page, number.c_str()), number);
        }
    }
    [[nodiscard]] Result<void> check() const {
        if (failure == HPDF_OK) return {};
        return Error{ErrorKind::internal, "PDF-0001", "O PDF não pôde ser montado. Gere em CSV e avise o suporte com este código.", {},
                     "libharu " + std::to_string(failure)};
    }

    HPDF_STATUS failure = HPDF_OK;
    TableSetup setup;
    HPDF_Doc document;
    HPDF_Font plain = nullptr;
    HPDF_Font bold = nullptr;
    HPDF_Page page = nullptr;
    std::vector<HPDF_Page> pages{};
    std::vector<float> widths{};
    float at = 0;  ///< The base of the next line.
};

Table::Table(TableSetup setup) : state_(std::make_unique<State>(std::move(setup))) {}
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(Table&&) noexcept = default;
Table::~Table() = default;

std::int64_t Table::pages() const { return static_cast<std::int64_t>(state_->pages.size()); }

Result<void> Table::row(std::span<const std::string> cells) {
    state_->draw(state_->plain, cells);
    return state_->check();
}

Result<std::string> Table::finish(std::string_view footer) {
    state_->foot(footer);
    HPDF_SaveToStream(state_->document);
    AROEIRA_CHECK(state_->check());
    std::string bytes(HPDF_GetStreamSize(state_->document), '\0');
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    HPDF_ReadFromStream(state_->document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    bytes.resize(size);
    return bytes;
}

}  // namespace aroeira::pdf
