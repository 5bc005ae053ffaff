// SPDX-License-Identifier: Apache-2.0
#include "app/demo/fill_in.hpp"

#include <cstdio>

#include "app/demo/expand.hpp"
#include "modules/fichas/api/written_ficha.hpp"

namespace aroeira::app::demo {
namespace {

constexpr int kOpeningMinutes = 8 * 60, kNoonMinutes = 12 * 60;
constexpr int kSlotMinutes = 10, kLastSlot = 52;  // the last one begins at 16:40

Error cannot(ErrorCode code, const Model& model, std::string_view why) {
    return {ErrorKind::internal, code, "A demonstração não pôde ser montada. Avise quem cuida do sistema.", {},
            "modelo " + model.name + ": " + std::string(why)};
}

/// A version 4 UUID. Source: RFC 9562, 5.4.
std::string make_uuid(Luck& luck) {
    const auto high = luck.next(), low = luck.next();
    char text[40];
    std::snprintf(text, sizeof text, "%08x-%04x-4%03x-%04x-%012llx", static_cast<unsigned>(high >> 32), static_cast<unsigned>(high >> 16 & 0xFFFF),
                  static_cast<unsigned>(high & 0xFFF), static_cast<unsigned>(0x8000 | (low >> 48 & 0x3FFF)),
                  static_cast<unsigned long long>(low & 0xFFFF'FFFF'FFFF));
    return text;
}

void add_post(Known& known, const std::string& who, const Post& post) {
    known.values[who + ".cns"] = post.cns;
    known.values[who + ".cpf"] = post.cpf;
    known.values[who + ".cbo"] = post.cbo;
    known.values[who + ".cnes"] = post.cnes;
    known.values[who + ".ine"] = post.ine;
}

void add_citizen(Known& known, const Citizen& citizen) {
    known.values["pessoa.cpf"] = citizen.cpf;
    known.values["pessoa.nome"] = citizen.name;
    known.values["pessoa.mae"] = citizen.mother;
    known.values["pessoa.nascimento"] = citizen.birth;
    known.values["pessoa.sexo"] = citizen.woman ? "1" : "0";
    known.values["pessoa.prontuario"] = citizen.record;
    known.values["pessoa.telefone"] = citizen.phone;
    known.values["gestante"] = citizen.woman ? "false" : "";
    known.values["maternal"] = citizen.woman ? "1" : "";
}

/// Begin and end come after the care was opened, and before the unit closes.
void add_times(Known& known, int day, int minutes, Luck& luck) {
    const int begin = minutes + luck.between(1, 9), end = begin + luck.between(10, 30);
    known.day = day;
    known.values["turno"] = minutes < kNoonMinutes ? "1" : "2";
    known.values["hora"] = text_of_time(day, minutes);
    known.values["inicio"] = text_of_time(day, begin);
    known.values["fim"] = text_of_time(day, end);
}

Result<std::string> write(const Model& model, const Known& known, Luck& luck) {
    fichas::WrittenFicha written;
    for (const auto& line : model.lines) {
        AROEIRA_TRY(const auto value, expand(line.value, known, luck));
        if (const auto done = written.set(line.path, value.empty() ? "(ausente)" : value); !done)
            return cannot("DEMO-0004", model, line.path + ": " + done.error().message);
    }
    fichas::Buffer out;
    fichas::write_thrift(written.ficha(), out);
    return std::string(out.view());
}

}  // namespace

Result<FilledIn> fill_in(const Model& model, const Town& town, const Calendar& calendar, Luck luck) {
    FilledIn made;
    const auto uuid = make_uuid(luck), case_uuid = make_uuid(luck);
    made.day = calendar.days()[luck.index(calendar.days().size())];
    made.minutes = kOpeningMinutes + kSlotMinutes * luck.between(0, kLastSlot);
    const Post* post = town.any(model.cbos, luck);
    const Post* other = post && !model.other_cbos.empty() ? town.colleague(*post, model.other_cbos, luck) : post;
    if (!post || !other) return cannot("DEMO-0003", model, "ninguém da ocupação");
    made.cnes = post->cnes;
    made.uuid = made.cnes + "-" + uuid;

    Known known;
    known.values["uuid"] = made.uuid;
    known.values["caso"] = made.cnes + "-" + case_uuid;
    known.values["ibge"] = town.ibge();
    known.values["cnes"] = post->cnes;
    known.values["ine"] = post->ine;
    known.values["lote"] = std::to_string(1 + calendar.week_of(made.day));
    known.values["microarea"] = post->microarea.empty() ? "01" : post->microarea;
    add_post(known, "profissional", *post);
    add_post(known, "outro", *other);
    add_times(known, made.day, made.minutes, luck);
    add_citizen(known, make_citizen(model.attended.value_or(Attended{}), made.day, luck));
    known.values["responsavel.cpf"] = make_citizen({.from = 25, .to = 60}, made.day, luck).cpf;
    AROEIRA_TRY(made.bytes, write(model, known, luck));
    return made;
}

}  // namespace aroeira::app::demo
