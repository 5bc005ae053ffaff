-- The tables that grow with fichas, in 16 hash partitions by município each. What they are (columns, constraints,
-- indexes and the names of these) stays as it is, whatever the migrations before this one made of it.
-- Owner: platform/db. The rows are of the modules that made the tables.
-- Locks: ficha, ficha_enviada, ficha_ilegivel, lote_enviado_parte, lote_parte, lote_recebido, recebimento_total
DO $partitions$
DECLARE
    whole   TEXT;
    old     TEXT;
    made    TEXT[];
    command TEXT;
BEGIN
    FOREACH whole IN ARRAY ARRAY['ficha', 'ficha_enviada', 'ficha_ilegivel', 'lote_enviado_parte', 'lote_parte',
                                 'lote_recebido', 'recebimento_total'] LOOP
        old := whole || '_inteira';
        -- Asked before the name changes, so that they name the new table.
        SELECT array_agg(CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
                              ELSE format('ALTER TABLE %I ADD CONSTRAINT %I %s', whole, c.conname, pg_get_constraintdef(c.oid)) END)
          INTO made
          FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid
         WHERE i.indrelid = to_regclass(whole);
        EXECUTE format('ALTER TABLE %I RENAME TO %I', whole, old);
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY HASH (municipio)', whole, old);
        FOR part IN 0..15 LOOP
            EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 16, REMAINDER %s)', whole || '_' || part, whole, part);
        END LOOP;
        EXECUTE format('INSERT INTO %I SELECT * FROM %I', whole, old);
        EXECUTE format('DROP TABLE %I', old);
        -- Once the rows are there: an index is built faster than it is fed.
        FOREACH command IN ARRAY made LOOP
            EXECUTE command;
        END LOOP;
    END LOOP;
END
$partitions$;
