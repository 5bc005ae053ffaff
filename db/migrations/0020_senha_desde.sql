-- How old a password is, and which request to redefine all of them it already answers.
-- Owner: modules/identity.
ALTER TABLE usuario ADD COLUMN senha_desde_ms BIGINT;  -- NULL: nobody knows; it is counted from the next entry on.
ALTER TABLE usuario ADD COLUMN redefinicao BIGINT NOT NULL DEFAULT 0;
