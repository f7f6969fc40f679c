"""The database: tables, engine, migrations, queries by table family. Imports nothing of ours."""
