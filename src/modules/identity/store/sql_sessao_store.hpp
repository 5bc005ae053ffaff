// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/domain/sessao.hpp"
#include "platform/db/session.hpp"

namespace aroeira::identity {

/// Table `sessao`.
class SqlSessaoStore final : public SessaoStore {
public:
    explicit SqlSessaoStore(db::Session& session) : session_(session) {}
    Result<void> insert(const Sessao& sessao) override;
    Result<std::optional<Sessao>> find(std::string_view token_hash) override;
    Result<bool> rotate(std::string_view token_hash, const Sessao& renewed) override;
    Result<bool> remove(std::string_view token_hash) override;
    Result<void> remove_others(const UsuarioId& usuario, std::string_view keep_token_hash) override;
    Result<void> remove_of_credencial(const CredencialId& credencial) override;
    Result<std::vector<Sessao>> list(const UsuarioId& usuario) override;
    Result<void> trim(const Sessao& newest, std::int64_t keep, Instant now) override;
    Result<void> set_seen(std::string_view token_hash, Instant at) override;

private:
    db::Session& session_;
};

/// Table `tentativa`.
class SqlTentativaStore final : public TentativaStore {
public:
    explicit SqlTentativaStore(db::Session& session) : session_(session) {}
    Result<std::optional<std::int64_t>> reserve(std::string_view key, std::int64_t limit, Instant now) override;
    Result<void> count(std::string_view key, std::chrono::milliseconds window, Instant now) override;
    Result<std::int64_t> counted(std::string_view key, std::chrono::milliseconds window, Instant now) override;
    Result<void> forget(std::string_view key) override;
    Result<void> sweep(Instant older_than) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::identity
