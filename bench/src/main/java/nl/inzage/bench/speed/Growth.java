package nl.inzage.bench.speed;

/** Gives each dossier of the product many times its observations, to see whether an answer then costs more. */
record Growth(int times) {

    String statement() {
        return """
                do $$
                  declare
                    names text := (select string_agg(quote_ident(column_name), ', ')
                      from information_schema.columns where table_schema = 'released' and table_name = 'resource'
                      and column_name not in ('id', 'number', 'clinical_from', 'body'));
                  begin
                    execute format($q$
                      insert into released.resource (id, clinical_from, body, %%1$s)
                      select r.id || '-' || g, r.clinical_from - g * interval '61 minutes',
                        replace(r.body, '"id":"' || r.id || '"', '"id":"' || r.id || '-' || g || '"'), %%1$s
                      from released.resource r cross join generate_series(1, %d) g
                      where r.type = 'Observation' and r.id !~ '-[0-9]$'$q$, names);
                  end
                $$
                """
                .formatted(times - 1);
    }
}
