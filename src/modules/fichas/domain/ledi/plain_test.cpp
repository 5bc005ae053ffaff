// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/plain.hpp"

#include <doctest/doctest.h>

#include <set>

#include "modules/fichas/domain/ledi/check.hpp"
#include "modules/fichas/domain/records/transporte.hpp"
#include "modules/fichas/domain/testing/case_file.hpp"

namespace aroeira::fichas::ledi {
namespace {

// What the walk says of the plain fields of one group, without asking are_plain_right.
bool walk_is_silent(const StructInfo& info, const Record& record) {
    StructInfo walked = info;
    walked.are_plain_right = [](const Record&) { return false; };
    walked.run_rules = nullptr;
    std::erase_if(walked.steps, [](const Step& step) { return !step.field->is_plain; });
    const Context context{.version = kNewest};
    Verdict verdict;
    Checker(context, verdict).check(walked, record);
    return verdict.errors.empty() && verdict.warnings.empty();
}

struct Answers {
    std::set<const FieldInfo*> seen{};
    int right = 0, wrong = 0;
};

/// Puts into each plain field of a group what is at and past its bounds, and asks both sides.
class Spoiler {
public:
    Spoiler(const StructInfo& info, Record& record, Answers& answers) : info_(info), record_(record), answers_(answers) {}

    void spoil(const FieldInfo& f) {
        switch (f.kind) {
            case Kind::boolean: return with<Boolean>(f, {std::nullopt, true});
            case Kind::integer: return with_numbers<Integer>(f);
            case Kind::longint: return with_numbers<Long>(f);
            case Kind::real:
                return with<Double>(f, {std::nullopt, f.min, f.min - 0.1, f.max, f.max + 0.1, 36.5, 36.55, 36.5555, 0.0 / 0.0});
            case Kind::text: return with_texts(f);
            case Kind::binary: return with<Text>(f, {Text{}, ""});
            case Kind::list: return with_lists(f);
            case Kind::record: break;
        }
    }

private:
    template <class V>
    void with(const FieldInfo& f, std::initializer_list<V> values) {
        for (const V& value : values) with_one<V>(f, value);
    }
    template <class V>
    void with_one(const FieldInfo& f, const V& value) {
        auto& place = value_of<V>(record_, f);
        const V before = place;
        place = value;
        const bool are_right = info_.are_plain_right(record_);
        CAPTURE(info_.name);
        CAPTURE(f.name);
        CHECK(are_right == walk_is_silent(info_, record_));
        ++(are_right ? answers_.right : answers_.wrong);
        place = before;
    }
    template <class V>
    void with_numbers(const FieldInfo& f) {
        using Number = typename V::value_type;
        with<V>(f, {std::nullopt, std::numeric_limits<Number>::min(), std::numeric_limits<Number>::max()});
        for (Number code = -1; code < 420; ++code) with_one<V>(f, code);
        if (!std::isfinite(f.min) || !std::isfinite(f.max)) return;
        for (const double bound : {f.min - 1, f.min, f.max, f.max + 1}) with_one<V>(f, static_cast<Number>(bound));
    }
    void with_texts(const FieldInfo& f) {
        with<Text>(f, {Text{}, "", "x\x01", "\xFF", "700000000000005", "52998224725"});
        for (const std::size_t about : {f.min_length, std::min(f.max_length, 300U)})
            for (std::size_t length = about ? about - 1 : 0; length <= about + 1; ++length)
                for (const std::string_view letter : {"1", "A", "ã"}) {
                    std::string text;
                    for (std::size_t i = 0; i < length; ++i) text += letter;
                    with_one<Text>(f, text);
                }
    }
    void with_lists(const FieldInfo& f) {
        const std::size_t most = std::min(f.max_length, 20U) + 1;
        std::vector<std::int64_t> longs(most);
        std::vector<std::int32_t> integers(most);
        std::vector<Text> texts(most);
        constexpr Text kTexts[]{"S", "A", "x", "\xFF"};
        for (std::size_t count = 0; count <= most; ++count)
            for (std::size_t first = 0; first < 4; ++first)
                for (const std::size_t step : {0, 1}) {
                    for (std::size_t i = 0; i < count; ++i) {
                        longs[i] = static_cast<std::int64_t>(first + i * step);
                        integers[i] = static_cast<std::int32_t>(first + i * step);
                        texts[i] = kTexts[(first + i * step) % 4];
                    }
                    void* const items = f.item == Kind::text      ? static_cast<void*>(texts.data())
                                        : f.item == Kind::integer ? static_cast<void*>(integers.data())
                                                                  : static_cast<void*>(longs.data());
                    with_one<AnyList>(f, {items, static_cast<std::uint32_t>(count)});
                }
        with_one<AnyList>(f, {});
    }

    const StructInfo& info_;
    Record& record_;
    Answers& answers_;
};

void spoil_all(const StructInfo& info, Record& record, Answers& answers) {
    Spoiler spoiler(info, record, answers);
    for (const FieldInfo& f : info.fields) {
        if (f.is_plain && answers.seen.insert(&f).second) spoiler.spoil(f);
        if (!f.record || !is_present(record, f)) continue;
        const auto visit = [&](void* group) { spoil_all(*f.record, *static_cast<Record*>(group), answers); };
        if (f.kind == Kind::record) visit(value_of<AnyRef>(record, f).target);
        else if (value_of<AnyList>(record, f).count) visit(value_of<AnyList>(record, f).first);
    }
}

}  // namespace

TEST_CASE("the plain fields of a group are right exactly when the walk finds nothing in them") {
    const std::filesystem::path cases = AROEIRA_SOURCE "/src/modules/fichas/tests/cases";
    Answers answers;
    for (const auto& base : testing::base_names(cases)) {
        Buffer made;
        write_thrift(testing::BuiltFicha(cases, base, {}).ficha(), made);
        Arena arena;
        const Ficha ficha = decode(made.view(), arena).ficha;
        // Ours, in our arena: const only to those who are handed it.
        spoil_all(describe<DadoTransporte>(), const_cast<DadoTransporte&>(*ficha.envelope), answers);
        spoil_all(ficha.tipo->info(), const_cast<Record&>(*ficha.record), answers);
    }
    CHECK(answers.seen.size() > 300);
    CHECK(answers.right > 1000);
    CHECK(answers.wrong > 1000);
}

}  // namespace aroeira::fichas::ledi
