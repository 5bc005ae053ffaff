-- The trail in blocks of 1,024 links: what proves one event, what skips in a search, and where old months are kept
-- compressed. Owner: modules/audit.
CREATE TABLE evento_bloco (
    municipio  TEXT   NOT NULL,
    bloco      BIGINT NOT NULL CHECK (bloco > 0),  -- Of the positions (bloco - 1) * 1024 + 1 to bloco * 1024.
    raiz       BYTEA  NOT NULL,  -- Of the Merkle tree over the digests of its events.
    elo        BYTEA  NOT NULL,  -- The link of its last position.
    assinatura BYTEA  NOT NULL,
    de_ms      BIGINT NOT NULL,  -- Instants of its events, the first and the last.
    ate_ms     BIGINT NOT NULL,
    arquivado  BIGINT NOT NULL,  -- 1: its events are in evento_arquivo and no longer in evento and evento_elo.
    filtro     BYTEA  NOT NULL,  -- A Bloom filter of what its events can be searched by.
    PRIMARY KEY (municipio, bloco)
);

CREATE TABLE evento_arquivo (
    municipio TEXT   NOT NULL,
    bloco     BIGINT NOT NULL,
    conteudo  BYTEA  NOT NULL,  -- The events of the block, compressed.
    PRIMARY KEY (municipio, bloco)
);
