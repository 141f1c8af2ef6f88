-- Migrations that a version of the software must have to work with this database. A migration that takes away what
-- earlier versions need adds the one that made it unnecessary; versions without that one refuse to start.
CREATE TABLE "required_migration" (
    "name" TEXT NOT NULL,

    CONSTRAINT "required_migration_pkey" PRIMARY KEY ("name")
);
