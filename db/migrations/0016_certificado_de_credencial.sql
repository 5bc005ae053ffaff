-- The client certificate a credencial may enter with in place of its secret: one each. Owner: modules/identity.

CREATE TABLE credencial_certificado (
    credencial     TEXT   NOT NULL PRIMARY KEY REFERENCES credencial (id),
    impressao      TEXT   NOT NULL UNIQUE CHECK (length(impressao) = 64),  -- SHA-256 of its DER.
    titular        TEXT   NOT NULL,
    valido_de_ms   BIGINT NOT NULL,
    valido_ate_ms  BIGINT NOT NULL,
    registrado_ms  BIGINT NOT NULL,
    registrado_por TEXT   NOT NULL
);
