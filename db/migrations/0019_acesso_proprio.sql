-- What a person sees and proves of her own access. Owner: modules/identity.

-- Entries and refusals of the last thirty days, for «Meus acessos»: the trail has them for ever, this has them at hand.
CREATE TABLE entrada (
    usuario     TEXT   NOT NULL REFERENCES usuario (id),
    id          TEXT   NOT NULL CHECK (length(id) = 36),
    instante_ms BIGINT NOT NULL,
    resultado   TEXT   NOT NULL CHECK (resultado IN ('ok', 'senha', 'bloqueado', 'codigo', 'sem_acesso')),
    endereco    TEXT   NOT NULL,
    PRIMARY KEY (usuario, id)
);
CREATE INDEX entrada_por_idade ON entrada (instante_ms);

-- The second factor: the seed is sealed under the key of the installation.
CREATE TABLE segundo_fator (
    usuario      TEXT     NOT NULL PRIMARY KEY REFERENCES usuario (id),
    semente      BYTEA    NOT NULL,
    ativo        SMALLINT NOT NULL CHECK (ativo IN (0, 1)),
    ultimo_passo BIGINT   NOT NULL  -- Of the last code taken; none is taken twice.
);
CREATE TABLE codigo_recuperacao (
    usuario TEXT NOT NULL REFERENCES usuario (id),
    codigo  TEXT NOT NULL CHECK (length(codigo) = 64),  -- SHA-256 of 80 random bits.
    PRIMARY KEY (usuario, codigo)
);

ALTER TABLE sessao ADD COLUMN falta_codigo SMALLINT NOT NULL DEFAULT 0 CHECK (falta_codigo IN (0, 1));
ALTER TABLE usuario ADD COLUMN termo INTEGER NOT NULL DEFAULT 0;  -- Version of the terms of use accepted; 0: none.
