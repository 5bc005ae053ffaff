-- The trails of audit somebody asked for: the history and, while they are kept, the files. Owner: modules/auditoria.
CREATE TABLE auditoria_trilha (
    municipio    TEXT   NOT NULL CHECK (length(municipio) IN (0, 7)),  -- '': of the installation as a whole.
    id           TEXT   NOT NULL CHECK (length(id) = 36),
    ator         TEXT   NOT NULL,
    formato      TEXT   NOT NULL CHECK (formato IN ('csv', 'pdf')),
    situacao     TEXT   NOT NULL CHECK (situacao IN ('gerando', 'concluida', 'falhou', 'cancelada')),
    filtros      TEXT   NOT NULL,  -- JSON; only the period when the file is gone.
    trabalho     TEXT   NOT NULL,
    motivo       TEXT   NOT NULL,
    eventos      BIGINT NOT NULL,
    tamanho      BIGINT NOT NULL,
    soma         TEXT   NOT NULL,  -- SHA-256 of the file, hexadecimal.
    criada_ms    BIGINT NOT NULL,
    terminada_ms BIGINT,
    PRIMARY KEY (municipio, id)
);
CREATE INDEX auditoria_trilha_do_trabalho ON auditoria_trilha (trabalho);

-- The file in pieces, so that any node serves it.
CREATE TABLE auditoria_trilha_parte (
    municipio TEXT   NOT NULL,
    trilha    TEXT   NOT NULL,
    parte     BIGINT NOT NULL,
    conteudo  BYTEA  NOT NULL,
    PRIMARY KEY (municipio, trilha, parte)
);
