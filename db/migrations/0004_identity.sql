-- Who may enter, and who is inside. Owner: modules/identity.

-- A person who enters with CPF and password. The CPF is the login, so it is kept as it is typed.
CREATE TABLE usuario (
    id               TEXT     NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    cpf              TEXT     NOT NULL UNIQUE CHECK (length(cpf) = 11),
    nome             TEXT     NOT NULL CHECK (length(nome) > 0),
    senha            TEXT     NOT NULL,  -- Argon2id; '' until the one-time link is used.
    senha_anterior   TEXT     NOT NULL,  -- So that the previous one is not used again; '' when there is none.
    trocar_senha     SMALLINT NOT NULL CHECK (trocar_senha IN (0, 1)),
    ativo            SMALLINT NOT NULL CHECK (ativo IN (0, 1)),
    bloqueado_ms     BIGINT,             -- Too many wrong passwords; an administrator unlocks.
    ultimo_acesso_ms BIGINT,
    criado_ms        BIGINT   NOT NULL
);

-- One perfil of a usuário in a município (none: the whole installation), perhaps in a lotação.
CREATE TABLE acesso (
    id        TEXT     NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    usuario   TEXT     NOT NULL REFERENCES usuario (id),
    perfil    TEXT     NOT NULL,
    municipio TEXT     CHECK (length(municipio) = 7),
    lotacao   TEXT,
    ativo     SMALLINT NOT NULL CHECK (ativo IN (0, 1))
);
CREATE INDEX acesso_do_usuario ON acesso (usuario);

-- User and secret of a third-party system for the API of recebimento. The secret is random, 256 bits,
-- shown once; only its SHA-256 stays.
CREATE TABLE credencial (
    id            TEXT     NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    nome          TEXT     NOT NULL CHECK (length(nome) > 0),
    usuario       TEXT     NOT NULL UNIQUE,
    segredo       TEXT     NOT NULL CHECK (length(segredo) = 64),
    municipio     TEXT     CHECK (length(municipio) = 7),
    ativa         SMALLINT NOT NULL CHECK (ativa IN (0, 1)),
    criada_ms     BIGINT   NOT NULL,
    criada_por    TEXT     NOT NULL,
    ultimo_uso_ms BIGINT
);

-- Who is inside. The token itself is only in the browser: here is its SHA-256.
CREATE TABLE sessao (
    token            TEXT     NOT NULL PRIMARY KEY CHECK (length(token) = 64),
    tipo             TEXT     NOT NULL CHECK (tipo IN ('pessoa', 'credencial')),
    usuario          TEXT     REFERENCES usuario (id),
    credencial       TEXT     REFERENCES credencial (id),
    acesso           TEXT     REFERENCES acesso (id),
    csrf             TEXT     NOT NULL,
    endereco         TEXT     NOT NULL,
    criada_ms        BIGINT   NOT NULL,
    vista_ms         BIGINT   NOT NULL,
    expira_ms        BIGINT   NOT NULL,
    inatividade_ms   BIGINT   NOT NULL CHECK (inatividade_ms > 0),
    acesso_anterior_ms BIGINT,
    falhas_anteriores  BIGINT NOT NULL,
    CHECK ((tipo = 'pessoa') = (usuario IS NOT NULL)),
    CHECK ((tipo = 'credencial') = (credencial IS NOT NULL))
);
CREATE INDEX sessao_do_usuario ON sessao (usuario);
CREATE INDEX sessao_por_fim ON sessao (expira_ms);

-- Wrong attempts, counted before the password is looked at. The key is a keyed hash of the CPF, of known
-- and unknown ones alike, or an address; so that an answer does not tell whether somebody is registered.
CREATE TABLE tentativa (
    chave     TEXT     NOT NULL PRIMARY KEY,
    falhas    BIGINT   NOT NULL,
    desde_ms  BIGINT   NOT NULL,
    ultima_ms BIGINT   NOT NULL
);
CREATE INDEX tentativa_por_idade ON tentativa (ultima_ms);

-- A one-time link: for the first administrator of an installation, or for a usuário to choose a password.
CREATE TABLE convite (
    codigo    TEXT   NOT NULL PRIMARY KEY CHECK (length(codigo) = 64),  -- SHA-256 of what the link holds.
    usuario   TEXT   REFERENCES usuario (id),                           -- NULL: the first administrator.
    expira_ms BIGINT NOT NULL
);
