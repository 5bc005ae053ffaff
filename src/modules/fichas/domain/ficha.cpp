// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/ficha.hpp"

#include <algorithm>

#include "modules/fichas/domain/ledi/check.hpp"
#include "modules/fichas/domain/ledi/decode.hpp"
#include "modules/fichas/domain/ledi/encode.hpp"
#include "modules/fichas/domain/ledi/json.hpp"
#include "modules/fichas/domain/records/transporte.hpp"

namespace aroeira::fichas {

using ledi::DadoTransporte;
using ledi::DecodeError;

namespace {

Reading unreadable(Ficha ficha, const DecodeError& error, std::string_view prefix) {
    std::string field(prefix);
    if (!field.empty() && !error.path.empty()) field += '.';
    field += error.path;
    return {ficha,
            FieldError{"FICHA-ILEGIVEL", std::move(field),
                       "Não foi possível ler a ficha: " + std::string(ledi::describe(error.fault)) + ".",
                       "Gere o arquivo de novo no sistema de origem: uma ficha por arquivo, em Thrift (TBinaryProtocol)."},
            error.offset};
}

ledi::Context make_context(const Ficha& ficha, const CheckOptions& options) {
    ledi::Context context;
    context.envelope = ficha.envelope;
    context.version = ledi::version_of(*ficha.envelope);
    context.attended_at = ficha.attended_at();
    if (ficha.record) context.cbo = ficha.tipo->cbo(*ficha.record);
    context.now = to_ms(options.now);
    const auto zone = options.zone ? *options.zone : zone_of(ficha.ibge());
    context.zone_ms = std::chrono::duration_cast<std::chrono::milliseconds>(zone).count();
    context.catalogo = options.catalogo;
    return context;
}

std::string_view nome(const ledi::Ref<ledi::DadoInstalacao>& who) {
    return who ? who->nomeOuRazaoSocial : std::string_view{};
}

}  // namespace

Reading decode(std::string_view bytes, Arena& arena) {
    Ficha ficha;
    auto* envelope = arena.make<DadoTransporte>(1);
    ficha.envelope = envelope;
    DecodeError error;
    if (!ledi::decode_envelope(bytes, arena, *envelope, error)) [[unlikely]] return unreadable(ficha, error, "");
    ficha.tipo = find_tipo(envelope->tipoDadoSerializado.value_or(0));
    if (!ficha.tipo || !present(envelope->dadoSerializado)) [[unlikely]] return {ficha};
    ficha.record = ficha.tipo->decode(envelope->dadoSerializado, arena, error);
    if (!ficha.record) [[unlikely]] return unreadable(ficha, error, "dadoSerializado");
    return {ficha};
}

void check(const Ficha& ficha, const CheckOptions& options, Verdict& verdict) {
    const ledi::Context context = make_context(ficha, options);
    ledi::Checker checker(context, verdict);
    checker.check(ledi::describe<DadoTransporte>(), *ficha.envelope);
    // A layout we do not know cannot be judged by rules we do: the envelope has said so.
    const bool known = context.version >= ledi::kOldest && context.version <= ledi::kNewest;
    if (ficha.record && known) checker.check(ficha.tipo->info(), *ficha.record);
}

Verdict check(const Ficha& ficha, const CheckOptions& options) {
    Verdict verdict;
    check(ficha, options, verdict);
    return verdict;
}

namespace {
/// It keeps the hour of Acre. Source: Lei 12.876/2013, Decreto 8.112/2013.
bool is_west_of_amazonas(std::string_view ibge) {
    constexpr std::string_view kWest[]{"1300060", "1300201", "1300607", "1300706", "1301407", "1301506", "1301654",
                                       "1301803", "1301951", "1302306", "1302405", "1303908", "1304062"};
    return std::binary_search(std::begin(kWest), std::end(kWest), ibge);
}
}  // namespace

std::chrono::minutes zone_of(std::string_view ibge) {
    using namespace std::chrono_literals;
    if (ibge == "2605459") return -2h;  // Fernando de Noronha
    const std::string_view uf = ibge.substr(0, 2);
    if (uf == "12") return -5h;
    if (uf == "13") return is_west_of_amazonas(ibge) ? -5h : -4h;
    if (uf == "11" || uf == "14" || uf == "50" || uf == "51") return -4h;
    return -3h;
}

void write_thrift(const Ficha& ficha, Buffer& out) {
    DadoTransporte envelope = *ficha.envelope;
    Buffer inner;
    if (ficha.record) {
        ledi::encode(ficha.tipo->info(), *ficha.record, inner);
        static_cast<std::string_view&>(envelope.dadoSerializado) = inner.view();
    }
    ledi::encode(ledi::describe<DadoTransporte>(), envelope, out);
}

void write_json(const Ficha& ficha, Buffer& out) {
    ledi::write_json(ledi::describe<DadoTransporte>(), *ficha.envelope, out, ficha.tipo ? &ficha.tipo->info() : nullptr,
                     ficha.record);
}

std::string_view Ficha::uuid() const { return envelope->uuidDadoSerializado; }
std::int64_t Ficha::codigo() const { return envelope->tipoDadoSerializado.value_or(0); }
std::string Ficha::versao() const {
    if (!envelope->versao) return {};
    const ledi::Version v = ledi::version_of(*envelope);
    return std::to_string(v.major) + "." + std::to_string(v.minor) + "." + std::to_string(v.revision);
}
std::string_view Ficha::cnes() const { return envelope->cnesDadoSerializado; }
std::string_view Ficha::ine() const { return envelope->ineDadoSerializado; }
std::string_view Ficha::ibge() const { return envelope->codIbge; }
std::optional<std::int64_t> Ficha::numero_lote() const { return envelope->numLote; }
std::string_view Ficha::remetente() const { return nome(envelope->remetente); }
std::string_view Ficha::originadora() const { return nome(envelope->originadora); }
std::optional<std::int64_t> Ficha::attended_at() const {
    return record ? tipo->attended_at(*record) : std::nullopt;
}

std::string Ficha::competencia() const {
    const auto at = attended_at();
    if (!at) return {};
    const auto local = std::chrono::floor<std::chrono::days>(from_ms(*at) + zone_of(ibge()));
    const std::chrono::year_month_day day{local};
    const int year = int(day.year());
    if (year < 1900 || year > 9999) return {};
    const unsigned month = unsigned(day.month());
    return std::to_string(year) + (month < 10 ? "0" : "") + std::to_string(month);
}

}  // namespace aroeira::fichas
