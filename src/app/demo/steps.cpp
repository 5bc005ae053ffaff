// SPDX-License-Identifier: Apache-2.0
#include "app/demo/steps.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>

#include "app/demo/accounts.hpp"
#include "app/demo/month.hpp"
#include "base/embedded.hpp"
#include "modules/fichas/operations/receive_fichas.hpp"
#include "modules/fichas/operations/receive_lote.hpp"
#include "modules/identity/operations/manage_credenciais.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::app::demo {
namespace {

constexpr std::string_view kCnesFile = "XmlParaESUS31_530010.xml";
constexpr std::string_view kSystem = "Prontuário Modelo";
constexpr std::int64_t kAllLotes = 1000;
/// Before the first lote: the registry was simulated, looked at and imported.
constexpr std::chrono::hours kSimulatedBefore{11}, kImportedBefore{10};

/// What every step knows.
struct Loading {
    App& app;
    Ibge ibge;
    std::string cnes_path;

    template <identity::Permission P>
    Result<identity::Granted<P>> as(std::string_view cpf_text) const {
        AROEIRA_TRY(const auto cpf, Cpf::parse(cpf_text));
        AROEIRA_TRY(const auto who, app.people().unit.read([&](identity::Ports& ports) { return ports.usuarios.find_by_cpf(cpf); }));
        if (!who) return Error{ErrorKind::internal, "DEMO-0005", "A demonstração não pôde ser montada. Avise quem cuida do sistema."};
        return app.gate().resume<P>(who->id.text(), ibge);
    }
};
using LoadingPtr = std::shared_ptr<const Loading>;

std::string_view cnes_file() {
    for (const auto& file : embedded::demo())
        if (file.name == kCnesFile) return file.bytes;
    return {};
}

Result<void> write_cnes_file(const std::string& path) {
    std::error_code failed;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), failed);
    std::ofstream out(path, std::ios::binary);
    out << cnes_file();
    out.close();
    if (!out)
        return Error{ErrorKind::unavailable, "DEMO-0006", "O diretório de dados não aceita arquivos. Confira o espaço e as permissões."};
    return {};
}

Result<void> import_registry(const Loading& loading, bool simulate, Instant at) {
    const auto& registry = loading.app.registry();
    AROEIRA_TRY(const auto past, registry.unit.read([&](estabelecimentos::Ports& ports) { return ports.importacoes.list(loading.ibge, 100); }));
    if (std::any_of(past.begin(), past.end(), [&](const auto& one) { return one.simulada == simulate && one.arquivo == kCnesFile; })) return {};
    AROEIRA_CHECK(write_cnes_file(loading.cnes_path));
    AROEIRA_TRY(const auto may, loading.as<identity::Permission::cnes_importar>(kMunicipalAdministrator));
    const FixedClock then(at);
    const estabelecimentos::Services that_day{registry.unit, then, registry.ids, registry.passwords, registry.wake_jobs, registry.reactions};
    AROEIRA_CHECK(estabelecimentos::import_file(may, {loading.cnes_path, loading.ibge, simulate}, that_day));
    return {};
}

/// The credencial of the demonstration's system, made when there is none.
Result<identity::CredencialId> credencial(const Loading& loading) {
    const auto may = loading.app.gate().console<identity::Permission::credenciais_gerenciar>();
    AROEIRA_TRY(const auto all, identity::list_credenciais(may, loading.app.people()));
    for (const auto& one : all)
        if (one.nome == kSystem) return one.id;
    AROEIRA_TRY(const auto made, identity::create_credencial(may, kSystem, loading.ibge, loading.app.people()));
    return made.credencial.id;
}

/// Whether what was sent at this moment is here.
Result<bool> was_received(const Loading& loading, const Shipment& shipment) {
    AROEIRA_TRY(const auto lotes, loading.app.receiving().unit.read([&](fichas::Ports& ports) {
        return ports.fichas.list_lotes(loading.ibge, {.page_size = kAllLotes});
    }));
    return std::any_of(lotes.items.begin(), lotes.items.end(), [&](const fichas::LoteRecebido& lote) {
        const bool online = lote.canal == fichas::Canal::online;
        return lote.recebido == shipment.at && online == shipment.online && (online || lote.arquivo == shipment.file_name);
    });
}

/// Recebimento on the day of the shipment. The queue is told of all of them by its own rounds.
fichas::Services at_the_time_of(const fichas::Services& now, const Clock& then) {
    return {now.unit, then, now.ids, now.evaluator, [] {}, now.limits};
}

Result<void> send_file(const Loading& loading, const Shipment& shipment, const fichas::Services& services) {
    std::string bytes;
    zip::Writer writer(bytes);
    for (const auto& ficha : shipment.fichas) AROEIRA_CHECK(writer.add(ficha.name, ficha.bytes));
    AROEIRA_CHECK(writer.finish());
    // The second half of the units is in the hands of the coordination.
    const auto who = shipment.cnes < "9900046" ? kMunicipalAdministrator : kCoordinator;
    AROEIRA_TRY(const auto may, loading.as<identity::Permission::fichas_importar>(who));
    AROEIRA_CHECK(fichas::receive_lote(may, {.file_name = shipment.file_name, .bytes = bytes}, services));
    return {};
}

Result<void> send_online(const Loading& loading, const Shipment& shipment, const fichas::Services& services) {
    AROEIRA_TRY(const auto id, credencial(loading));
    AROEIRA_TRY(const auto may, loading.app.gate().resume<identity::Permission::fichas_receber>(id.text(), loading.ibge));
    std::vector<fichas::OnlineItem> items;
    for (const auto& ficha : shipment.fichas) items.push_back({ficha.name, ficha.bytes});
    AROEIRA_CHECK(fichas::receive_fichas(may, items, services));
    return {};
}

Result<void> send(const Loading& loading, const Shipment& shipment) {
    AROEIRA_TRY(const bool here, was_received(loading, shipment));
    if (here) return {};
    const FixedClock then(shipment.at);
    const auto services = at_the_time_of(loading.app.receiving(), then);
    return shipment.online ? send_online(loading, shipment, services) : send_file(loading, shipment, services);
}

}  // namespace

Result<std::vector<Step>> make_steps(App& app, const std::string& directory, Instant begun) {
    AROEIRA_TRY(const auto ibge, Ibge::parse(kMunicipio));
    AROEIRA_TRY(const auto town, Town::read(cnes_file(), ibge));
    AROEIRA_TRY(const auto models, read_models(embedded::demo()));
    AROEIRA_TRY(auto month, make_month(town, models, begun));
    const LoadingPtr loading = std::make_shared<const Loading>(Loading{app, ibge, directory + "/" + std::string(kCnesFile)});
    const Instant first = month.front().at;
    std::vector<Step> steps{
        {"contas", [&app] { return make_accounts(app); }},
        {"simulação do CNES", [loading, first] { return import_registry(*loading, true, first - kSimulatedBefore); }},
        {"importação do CNES", [loading, first] { return import_registry(*loading, false, first - kImportedBefore); }},
    };
    for (auto& shipment : month) {
        const auto kept = std::make_shared<const Shipment>(std::move(shipment));
        steps.push_back({"lote " + (kept->online ? std::string("online") : kept->file_name), [loading, kept] { return send(*loading, *kept); }});
    }
    steps.push_back({"processamento", [&app] { return app.receiving().wake_jobs(), Result<void>(); }});
    return steps;
}

}  // namespace aroeira::app::demo
