// SPDX-License-Identifier: Apache-2.0
#include "platform/backup/walk.hpp"

#include <optional>

namespace aroeira::backup {
namespace {

/// The grammar of a copy: what it is, its files, each table with its rows, the manifest, and nothing else.
class Walk {
public:
    Walk(Sink& sink, const SealedReader& reader) : sink_(sink), reader_(reader) {}

    Result<void> piece(std::string_view records) {
        Cursor cursor(records);
        while (!cursor.at_end()) {
            if (complete_) return wrong("há registros depois do fim.");
            AROEIRA_CHECK(record(cursor));
        }
        return {};
    }
    [[nodiscard]] Error wrong(std::string_view what) const {
        std::string sentence(what);
        if (table_) sentence = "na tabela " + table_->name + ", linha " + std::to_string(sum_.rows() + 1) + ", " + sentence;
        return damaged(reader_.bytes(), sentence);
    }
    [[nodiscard]] bool complete() const { return complete_; }
    [[nodiscard]] std::string_view table() const { return table_ ? std::string_view(table_->name) : std::string_view(); }
    Summary& summary() { return summary_; }

private:
    Result<void> record(Cursor& cursor) {
        const auto mark = cursor.mark();
        if (!about_ && mark != Mark::about) return wrong("falta o início.");
        switch (*mark) {
            case Mark::about: return about(cursor);
            case Mark::file: return file(cursor);
            case Mark::table: return table(cursor);
            case Mark::row: return row(cursor);
            case Mark::end: return end();
            case Mark::manifest: return manifest(cursor);
        }
        return wrong("há um registro desconhecido.");
    }
    Result<void> about(Cursor& cursor) {
        const auto text = cursor.text();
        auto read = text && !about_ ? json::parse<About>(*text) : Result<About>(wrong("o início não pôde ser lido."));
        if (!read) return wrong("o início não pôde ser lido.");
        about_ = true;
        summary_.about = std::move(read).value();
        return sink_.about(summary_.about);
    }
    Result<void> file(Cursor& cursor) {
        const auto name = cursor.text();
        const auto bytes = cursor.text();
        if (!name || !bytes || table_ || !summary_.tables.empty()) return wrong("um arquivo não pôde ser lido.");
        summary_.files.emplace_back(*name);
        return sink_.file(*name, *bytes);
    }
    Result<void> table(Cursor& cursor) {
        if (table_) return wrong("uma tabela não termina.");
        table_ = cursor.table();
        if (!table_) return wrong("uma tabela não pôde ser lida.");
        sum_ = Sum();
        return sink_.table(*table_);
    }
    Result<void> row(Cursor& cursor) {
        const auto before = cursor.rest();
        if (!table_ || !cursor.row(*table_, values_)) return wrong("uma linha não pôde ser lida.");
        const auto bytes = before.substr(0, before.size() - cursor.rest().size());
        sum_.add(bytes);
        ++summary_.rows;
        return sink_.row(bytes);
    }
    Result<void> end() {
        if (!table_) return wrong("uma tabela termina sem ter começado.");
        summary_.tables.push_back(sum_.of(table_->name));
        table_.reset();
        return sink_.end();
    }
    Result<void> manifest(Cursor& cursor) {
        const auto text = cursor.text();
        if (!text || table_) return wrong("o fim não pôde ser lido.");
        const auto said = json::parse<Manifest>(*text);
        if (!said || said->tabelas != summary_.tables || said->arquivos != summary_.files) return wrong("o conteúdo não é o que o fim declara.");
        complete_ = true;
        return {};
    }

    Sink& sink_;
    const SealedReader& reader_;
    std::optional<db::Table> table_;
    std::vector<db::Value> values_;
    Sum sum_;
    Summary summary_;
    bool about_ = false, complete_ = false;
};

class FilesOnly final : public Sink {
public:
    Result<void> file(std::string_view name, std::string_view bytes) override {
        files.push_back({std::string(name), std::string(bytes)});
        return {};
    }
    std::vector<File> files{};
};

}  // namespace

Result<Summary> walk(SealedReader& reader, Sink& sink, const Progress& progress) {
    Walk walk(sink, reader);
    for (;;) {
        AROEIRA_TRY(const auto records, reader.next());
        if (!records) break;
        AROEIRA_CHECK(walk.piece(*records));
        if (!progress({walk.table(), walk.summary().rows, reader.bytes()}))
            return Error{ErrorKind::conflict, "COPIA-0006", "A leitura da cópia de segurança foi interrompida."};
    }
    if (!walk.complete()) return walk.wrong("falta o fim.");
    walk.summary().bytes = reader.bytes();
    return std::move(walk.summary());
}

Result<Copy> Copy::open(const std::string& path, std::string_view passphrase) {
    AROEIRA_TRY(const auto header, SealedReader::header_of(path));
    auto keys = crypto::key_pair_of(passphrase, header.lock.salt, header.lock.cost);
    if (!keys && keys.error().kind == ErrorKind::invalid_input) return damaged(0, "o cabeçalho não é possível.");
    AROEIRA_CHECK(keys);
    if (keys->public_key != header.lock.public_key)
        return Error{ErrorKind::invalid_input, "COPIA-0004", "A frase-senha não é a desta cópia de segurança. Confira maiúsculas, acentos e espaços."};
    auto key = crypto::unseal_key(*keys, header.sealed_key);
    if (!key) return damaged(0, "a chave do arquivo foi alterada.");
    return Copy(path, std::move(*key));
}

Result<Summary> Copy::verify(const Progress& progress) const {
    AROEIRA_TRY(auto reader, SealedReader::open(path_, key_));
    Sink nothing;
    return walk(reader, nothing, progress);
}

Result<std::vector<File>> Copy::files() const {
    AROEIRA_TRY(auto reader, SealedReader::open(path_, key_));
    FilesOnly sink;
    AROEIRA_CHECK(walk(reader, sink, go_on));
    return std::move(sink.files);
}

}  // namespace aroeira::backup
