-- The certificate this installation shows to a destino. Owner: modules/transmission.

ALTER TABLE destino ADD COLUMN certificado TEXT NOT NULL DEFAULT '';  -- PEM, with its chain; '' for none.
ALTER TABLE destino ADD COLUMN chave BYTEA;                           -- Its key, sealed by the vault.
