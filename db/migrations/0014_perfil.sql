-- Perfis as data: the standard ones, edited or not, and those a município makes. Owner: modules/identity.

-- municipio '': of the installation, as the version of the program has it. A município that edits a standard perfil
-- gets a row of its own with the same id, and the one of the installation stays what it was for its neighbours.
CREATE TABLE perfil (
    municipio   TEXT     NOT NULL CHECK (length(municipio) IN (0, 7)),
    id          TEXT     NOT NULL CHECK (length(id) > 0),  -- Code of a standard one ("medico"), or a UUID.
    nome        TEXT     NOT NULL CHECK (length(nome) > 0),
    nome_busca  TEXT     NOT NULL,                         -- Folded, to search and to sort.
    tipo        TEXT     NOT NULL CHECK (tipo IN ('administracao', 'coordenacao', 'atendimento', 'gestor')),
    tipo_acesso TEXT     NOT NULL CHECK (tipo_acesso IN ('lotacao', 'gestor_municipal', 'gestor_estadual',
                                                         'administrador_municipal', 'administrador_instalacao')),
    padrao      SMALLINT NOT NULL CHECK (padrao IN (0, 1)),
    editado     SMALLINT NOT NULL CHECK (editado IN (0, 1)),  -- Of a standard one: its recursos are those of perfil_recurso.
    ativo       SMALLINT NOT NULL CHECK (ativo IN (0, 1)),
    versao      BIGINT   NOT NULL,  -- Each change adds one: for two who save at once, and for what nodes remember.
    PRIMARY KEY (municipio, id)
);
CREATE INDEX perfil_por_nome ON perfil (municipio, nome_busca, id);
CREATE INDEX perfil_padrao_editado ON perfil (id) WHERE editado = 1;

-- What a perfil made by a município, or a standard one that was edited, gives. ativo 0: the version offered it and
-- somebody took it away, so that the next version does not give it again.
CREATE TABLE perfil_recurso (
    municipio TEXT     NOT NULL,
    perfil    TEXT     NOT NULL,
    recurso   TEXT     NOT NULL,  -- Its path in the tree.
    ativo     SMALLINT NOT NULL CHECK (ativo IN (0, 1)),
    PRIMARY KEY (municipio, perfil, recurso),
    FOREIGN KEY (municipio, perfil) REFERENCES perfil (municipio, id)
);

UPDATE acesso SET perfil = 'instalador' WHERE perfil = 'administrador_instalacao';
CREATE INDEX acesso_do_perfil ON acesso (perfil, municipio) WHERE ativo = 1;
CREATE INDEX acesso_da_lotacao ON acesso (municipio, lotacao) WHERE lotacao IS NOT NULL;
