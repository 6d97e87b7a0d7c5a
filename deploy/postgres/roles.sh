#!/usr/bin/env bash
# Run by the postgres image on an empty data volume: one role and one schema per app.
# The passwords reach psql through the environment, never through a command line that ps could show.
set -euo pipefail

psql -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "${POSTGRES_DB:-inzage}" <<SQL
set client_min_messages = warning;
\getenv fhir_password INZAGE_FHIR_DB_PASSWORD
\getenv reader_password INZAGE_READER_DB_PASSWORD
\getenv auth_password INZAGE_AUTH_DB_PASSWORD
\getenv portal_password INZAGE_PORTAL_DB_PASSWORD
\i ${INZAGE_ROLES_SQL:-/inzage/roles.sql}
SQL
