DROP TABLE "required_migration";
