-- What the screens «CBO», «Unidades de Saúde» and «Profissionais» ask of the registry: what each município decided
-- about occupations, names as they are searched, and the people of a unit.
-- Owner: modules/estabelecimentos. No other module writes here.

-- An occupation without a row is as this program finds it: available when it works in primary care, and booked by the
-- município's own duration.
CREATE TABLE cbo_municipio (
    municipio         TEXT     NOT NULL CHECK (length(municipio) = 7),
    cbo               TEXT     NOT NULL CHECK (length(cbo) = 6),
    disponivel        SMALLINT NOT NULL CHECK (disponivel IN (0, 1)),
    intervalo_minutos INTEGER  CHECK (intervalo_minutos BETWEEN 1 AND 480),  -- NULL: the município's.
    versao            BIGINT   NOT NULL,
    PRIMARY KEY (municipio, cbo)
);

-- Folded by the program; '' until it did, which the next start does.
ALTER TABLE unidade_saude ADD COLUMN nome_busca TEXT NOT NULL DEFAULT '';
CREATE INDEX unidade_saude_por_nome ON unidade_saude (municipio, nome_busca, cnes);
CREATE INDEX unidade_saude_por_dobrar ON unidade_saude (municipio, cnes) WHERE nome_busca = '';
CREATE INDEX lotacao_da_unidade ON lotacao (municipio, cnes, ine);

-- Who is registered by hand may have no CNS, lives somewhere, and is edited by one person at a time.
CREATE TABLE profissional_novo (
    municipio   TEXT     NOT NULL,
    id          TEXT     NOT NULL CHECK (length(id) = 36),
    cpf         TEXT     NOT NULL CHECK (length(cpf) = 11),
    cns         TEXT     NOT NULL CHECK (length(cns) IN (0, 15)),
    nome        TEXT     NOT NULL,
    nome_busca  TEXT     NOT NULL DEFAULT '',
    nascimento  TEXT     NOT NULL,  -- AAAA-MM-DD, or ''.
    sexo        TEXT     NOT NULL,  -- The CNES writes N; what is known here stays.
    conselho    TEXT     NOT NULL,
    conselho_uf TEXT     NOT NULL,
    registro    TEXT     NOT NULL,
    email       TEXT     NOT NULL,
    telefone    TEXT     NOT NULL,
    cep         TEXT     NOT NULL DEFAULT '',
    uf          TEXT     NOT NULL DEFAULT '',
    cidade      TEXT     NOT NULL DEFAULT '',  -- IBGE of where she lives, or ''.
    bairro      TEXT     NOT NULL DEFAULT '',
    logradouro  TEXT     NOT NULL DEFAULT '',
    numero      TEXT     NOT NULL DEFAULT '',
    complemento TEXT     NOT NULL DEFAULT '',
    referencia  TEXT     NOT NULL DEFAULT '',
    origem      TEXT     NOT NULL DEFAULT 'cnes' CHECK (origem IN ('cnes', 'manual')),
    versao      BIGINT   NOT NULL DEFAULT 1,
    impressao   BIGINT   NOT NULL,
    ativo       SMALLINT NOT NULL CHECK (ativo IN (0, 1)),
    PRIMARY KEY (municipio, id)
);
INSERT INTO profissional_novo (municipio, id, cpf, cns, nome, nascimento, sexo, conselho, conselho_uf, registro, email, telefone, impressao, ativo)
SELECT municipio, id, cpf, cns, nome, nascimento, sexo, conselho, conselho_uf, registro, email, telefone, impressao, ativo FROM profissional;
DROP TABLE profissional;
ALTER TABLE profissional_novo RENAME TO profissional;
CREATE UNIQUE INDEX profissional_por_cpf ON profissional (municipio, cpf);
CREATE INDEX profissional_por_cns ON profissional (municipio, cns);
CREATE INDEX profissional_por_nome ON profissional (municipio, nome_busca, id, ativo);
CREATE INDEX profissional_por_dobrar ON profissional (municipio, id) WHERE nome_busca = '';

ALTER TABLE lotacao ADD COLUMN versao BIGINT NOT NULL DEFAULT 1;
-- Whether the acessos of the lotação were given to its usuário: an active one without them waits for them, and an
-- inactive one with them for losing them.
ALTER TABLE lotacao ADD COLUMN com_acesso SMALLINT NOT NULL DEFAULT 0 CHECK (com_acesso IN (0, 1));
CREATE INDEX lotacao_sem_acerto ON lotacao (municipio, id) WHERE ativa <> com_acesso;

-- The addresses of the Correios, as somebody imported them. National: the same in every município.
CREATE TABLE cep (
    cep        TEXT NOT NULL PRIMARY KEY CHECK (length(cep) = 8),
    uf         TEXT NOT NULL CHECK (length(uf) = 2),
    cidade     TEXT NOT NULL CHECK (length(cidade) = 7),  -- IBGE.
    bairro     TEXT NOT NULL,  -- '' where the CEP is of the whole município.
    logradouro TEXT NOT NULL
);
