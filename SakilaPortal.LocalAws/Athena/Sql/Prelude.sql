-- What Trino does and DuckDB has no function for. Queries are translated into calls of these; analysts cannot name them.

-- The value, but that computing the message as a number fails.
CREATE MACRO failure_like(value, message) AS CASE WHEN CAST(message AS INTEGER) = 0 THEN value END;

-- Exact numbers. Halves are rounded away from zero.
CREATE MACRO divide_rounded(n, d) AS sign(n) * sign(d) * ((2 * abs(n) + abs(d)) // (2 * abs(d)));
CREATE MACRO round_places(x, places) AS CASE WHEN NOT isfinite(x) THEN x ELSE round(x * pow(10, places)) / pow(10, places) END;
-- One step of Newton makes the cube root of a cube exact, as Java has it.
CREATE MACRO cube_root(x) AS CASE WHEN x = 0 OR NOT isfinite(x) THEN x ELSE cbrt(x) - (pow(cbrt(x), 3) - x) / (3 * pow(cbrt(x), 2)) END;
CREATE MACRO ln_of(x) AS CASE WHEN x > 0 THEN ln(x) WHEN x = 0 THEN CAST('-Infinity' AS DOUBLE) WHEN x < 0 THEN CAST('NaN' AS DOUBLE) WHEN x IS NULL THEN NULL ELSE x END;
CREATE MACRO bucket_of(x, low, high, buckets) AS CAST(
    CASE WHEN x < low THEN 0 WHEN x >= high THEN buckets + 1 ELSE floor((x - low) / (high - low) * buckets) + 1 END AS BIGINT);

-- Text. Positions count from one, from the end when negative; zero and what lies outside give nothing.
CREATE MACRO substr_from(s, start) AS CASE
    WHEN start > 0 THEN substring(s, start) WHEN start < 0 AND -start <= length(s) THEN substring(s, start) WHEN s IS NULL OR start IS NULL THEN NULL ELSE '' END;
CREATE MACRO substr_for(s, start, count) AS CASE
    WHEN count <= 0 THEN CASE WHEN s IS NULL OR start IS NULL THEN NULL ELSE '' END
    WHEN start > 0 THEN substring(s, start, count)
    WHEN start < 0 AND -start <= length(s) THEN substring(s, length(s) + start + 1, count)
    WHEN s IS NULL OR start IS NULL OR count IS NULL THEN NULL ELSE '' END;
CREATE MACRO strpos_of(s, sought, instance) AS CAST(
    CASE WHEN len(string_split(s, sought)) <= instance THEN 0
         ELSE length(array_to_string(string_split(s, sought)[1:instance], sought)) + 1 END AS BIGINT);
CREATE MACRO split_limited(s, delimiter, parts) AS
    CASE WHEN len(string_split(s, delimiter)) <= parts THEN string_split(s, delimiter)
         ELSE list_append(string_split(s, delimiter)[1:parts - 1], array_to_string(string_split(s, delimiter)[parts:], delimiter)) END;
CREATE MACRO replace_between(s, filler) AS filler || array_to_string(string_split(s, ''), filler) || filler;
-- Trino pads up to two billion letters; here a batch of rows must fit into memory.
CREATE MACRO padded_length(n, pad) AS CAST(CASE WHEN COALESCE(n BETWEEN 0 AND 100000 AND pad <> '', TRUE) THEN n
    ELSE failure_like(n, 'INVALID_FUNCTION_ARGUMENT: ' || CASE
        WHEN pad = '' THEN 'Padding string must not be empty' WHEN n NOT BETWEEN 0 AND 100000 THEN 'Target length must be in the range [0..100000]' END) END AS INTEGER);
CREATE MACRO varchar_to_boolean(s) AS CASE
    WHEN lower(s) IN ('true', 't', '1') THEN TRUE WHEN lower(s) IN ('false', 'f', '0') THEN FALSE WHEN s IS NULL THEN NULL
    ELSE CAST(CAST('INVALID_CAST_ARGUMENT: Cannot cast ''' || s || ''' to BOOLEAN' AS INTEGER) AS BOOLEAN) END;

-- Zoned timestamps: the instant in UTC beside the zone, which is UTC, an offset such as +01:00, or a region.
CREATE MACRO zoned(u, z) AS CASE WHEN u IS NOT NULL AND z IS NOT NULL THEN struct_pack(u := u, z := z) END;
CREATE MACRO offset_of(z) AS (CASE WHEN z[1] = '-' THEN -1 ELSE 1 END) * (CAST(z[2:3] AS BIGINT) * 60 + CAST(z[5:6] AS BIGINT));
CREATE MACRO local_of(u, z) AS CASE
    WHEN z = 'UTC' THEN u WHEN z[1] IN ('+', '-') THEN u + to_minutes(offset_of(z)) ELSE timezone(z, timezone('UTC', u)) END;
CREATE MACRO zoned_local(v) AS local_of(v.u, v.z);
CREATE MACRO zoned_at(wall, z) AS zoned(CASE
    WHEN z = 'UTC' THEN wall WHEN z[1] IN ('+', '-') THEN wall - to_minutes(offset_of(z)) ELSE timezone('UTC', timezone(z, wall)) END, z);
CREATE MACRO offset_text(z) AS CASE
    WHEN z IN ('', 'Z') THEN 'UTC' WHEN length(z) = 3 THEN z || ':00' WHEN length(z) = 5 THEN z[1:3] || ':' || z[4:5] ELSE z END;
CREATE MACRO iso_zone(s) AS offset_text(regexp_extract(s, '[T ][0-9:.,]*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$', 1));
CREATE MACRO whole_moment(s) AS CASE length(s) WHEN 4 THEN s || '-01-01' WHEN 7 THEN s || '-01' WHEN 13 THEN s || ':00' ELSE s END;
CREATE MACRO zoned_from_iso(s) AS zoned_at(CASE
    WHEN regexp_full_match(s, '\d{4}(-\d{2}(-\d{2})?)?(T\d{2}(:\d{2}(:\d{2}([.,]\d+)?)?)?(Z|[+-]\d{2}(:?\d{2})?)?)?')
    THEN CAST(replace(whole_moment(regexp_replace(s, '(T[0-9:.,]*)(Z|[+-][0-9]{2}(:?[0-9]{2})?)$', '\1')), ',', '.') AS TIMESTAMP)
    ELSE CAST(CAST('INVALID_FUNCTION_ARGUMENT: Invalid format: "' || s || '"' AS INTEGER) AS TIMESTAMP) END, iso_zone(s));
CREATE MACRO zoned_from_varchar(s) AS CASE WHEN s IS NULL THEN NULL WHEN regexp_full_match(s, '\s*\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2}|[A-Za-z]+/[A-Za-z_/]+)?\s*')
    THEN zoned_at(CAST(regexp_extract(s, '\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?') AS TIMESTAMP),
        offset_text(replace(regexp_extract(s, '(Z|UTC|[+-]\d{2}:?\d{2}|[A-Za-z]+/[A-Za-z_/]+)\s*$', 1), 'UTC', '')))
    ELSE zoned(CAST(CAST('INVALID_CAST_ARGUMENT: Value cannot be cast to timestamp with time zone: ' || s AS INTEGER) AS TIMESTAMP), 'UTC') END;
CREATE MACRO offset_minutes(v) AS CAST(date_diff('minute', v.u, local_of(v.u, v.z)) AS BIGINT);
CREATE MACRO offset_numeric(v) AS printf('%s%02d:%02d', CASE WHEN offset_minutes(v) < 0 THEN '-' ELSE '+' END, abs(offset_minutes(v)) // 60, abs(offset_minutes(v)) % 60);
CREATE MACRO offset_shown(v) AS CASE WHEN offset_minutes(v) = 0 THEN 'Z' ELSE offset_numeric(v) END;
CREATE MACRO zone_of_interval(i) AS offset_numeric(struct_pack(u := TIMESTAMP '1970-01-01', z := printf('%s%02d:%02d', CASE WHEN epoch_us(TIMESTAMP '1970-01-01' + i) < 0 THEN '-' ELSE '+' END,
    abs(epoch_us(TIMESTAMP '1970-01-01' + i)) // 3600000000, abs(epoch_us(TIMESTAMP '1970-01-01' + i)) // 60000000 % 60)));
CREATE MACRO timestamp_rounded(t, unit) AS make_timestamp(CAST(divide_rounded(epoch_us(t), CAST(unit AS BIGINT)) * CAST(unit AS BIGINT) AS BIGINT));

-- Intervals.
CREATE MACRO microseconds_of(i) AS epoch_us(TIMESTAMP '1970-01-01' + i);
CREATE MACRO milliseconds_of(i) AS microseconds_of(i) // 1000;
CREATE MACRO months_of(i) AS CAST(datepart('year', i) * 12 + datepart('month', i) AS BIGINT);
CREATE MACRO day_of_interval(i) AS milliseconds_of(i) // 86400000;
CREATE MACRO hour_of_interval(i) AS milliseconds_of(i) // 3600000 % 24;
CREATE MACRO minute_of_interval(i) AS milliseconds_of(i) // 60000 % 60;
CREATE MACRO second_of_interval(i) AS milliseconds_of(i) // 1000 % 60;
CREATE MACRO millisecond_of_interval(i) AS milliseconds_of(i) % 1000;
CREATE MACRO day_interval_to_varchar(i) AS printf('%s%d %02d:%02d:%02d.%03d', CASE WHEN milliseconds_of(i) < 0 THEN '-' ELSE '' END,
    abs(milliseconds_of(i)) // 86400000, abs(milliseconds_of(i)) // 3600000 % 24, abs(milliseconds_of(i)) // 60000 % 60, abs(milliseconds_of(i)) // 1000 % 60, abs(milliseconds_of(i)) % 1000);
CREATE MACRO year_interval_to_varchar(i) AS printf('%s%d-%d', CASE WHEN months_of(i) < 0 THEN '-' ELSE '' END, abs(months_of(i)) // 12, abs(months_of(i)) % 12);
CREATE MACRO date_plus_days(d, i) AS CASE WHEN microseconds_of(i) % 86400000000 = 0 THEN CAST(d + i AS DATE)
    ELSE CAST(CAST('INVALID_FUNCTION_ARGUMENT: Cannot add hour, minutes or seconds to a date' AS INTEGER) AS DATE) END;
CREATE MACRO human_seconds(s) AS array_to_string(list_filter([
    CASE WHEN s // 604800 > 0 THEN (s // 604800) || ' week' || CASE WHEN s // 604800 = 1 THEN '' ELSE 's' END END,
    CASE WHEN s // 86400 % 7 > 0 THEN (s // 86400 % 7) || ' day' || CASE WHEN s // 86400 % 7 = 1 THEN '' ELSE 's' END END,
    CASE WHEN s // 3600 % 24 > 0 THEN (s // 3600 % 24) || ' hour' || CASE WHEN s // 3600 % 24 = 1 THEN '' ELSE 's' END END,
    CASE WHEN s // 60 % 60 > 0 THEN (s // 60 % 60) || ' minute' || CASE WHEN s // 60 % 60 = 1 THEN '' ELSE 's' END END,
    CASE WHEN s % 60 > 0 OR s = 0 THEN (s % 60) || ' second' || CASE WHEN s % 60 = 1 THEN '' ELSE 's' END END], lambda p: p IS NOT NULL), ', ');

-- Collections.
CREATE MACRO array_subscript(a, i) AS CASE
    -- The message is made of i: a constant one would fail beforehand, for all rows, where it stands twice.
    WHEN i = 0 THEN failure_like(a[1], 'INVALID_FUNCTION_ARGUMENT: SQL array indices start at ' || (i + 1))
    WHEN i < 0 THEN failure_like(a[1], 'INVALID_FUNCTION_ARGUMENT: Array subscript is negative: ' || i)
    WHEN i > len(a) THEN failure_like(a[1], 'INVALID_FUNCTION_ARGUMENT: Array subscript must be less than or equal to array length: ' || i || ' > ' || len(a))
    ELSE a[i] END;
-- Trino's limit of entries, kept in an argument: nothing is allocated before it is known. The messages are made of span, step and count, so that
-- none is a constant, which would fail beforehand for all rows.
CREATE MACRO sequence_stop(stop, span, step) AS CASE
    WHEN COALESCE(step <> 0 AND sign(span) * sign(step) >= 0 AND span // step < 10000, TRUE) THEN stop
    ELSE failure_like(stop, 'INVALID_FUNCTION_ARGUMENT: ' || CASE
        WHEN step = 0 THEN 'step must not be zero'
        WHEN sign(span) * sign(step) < 0 THEN 'sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start'
        ELSE 'result of sequence function must not have more than 10000 entries' END) END;
CREATE MACRO sequence_of(start, stop, step) AS
    CAST(generate_series(start, sequence_stop(stop, CAST(stop AS HUGEINT) - start, CAST(step AS HUGEINT)), step) AS BIGINT[]);
CREATE MACRO sequence_by_time(start, stop, step) AS
    generate_series(start, sequence_stop(stop, CAST(epoch_us(stop) - epoch_us(start) AS HUGEINT), CAST(microseconds_of(step) AS HUGEINT)), step);
CREATE MACRO sequence_by_months(start, stop, step) AS
    generate_series(start, sequence_stop(stop, CAST(datesub('month', start, stop) AS HUGEINT), CAST(months_of(step) AS HUGEINT)), step);
CREATE MACRO repeat_count(count) AS CASE WHEN COALESCE(count BETWEEN 0 AND 10000, TRUE) THEN count
    ELSE failure_like(count, 'INVALID_FUNCTION_ARGUMENT: count argument of repeat function must be ' || CASE WHEN count < 0 THEN 'greater than or equal to 0' ELSE 'less than or equal to 10000' END) END;
CREATE MACRO array_append_all(a, b) AS CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN list_concat(a, b) END;
CREATE MACRO distinct_in_order(a) AS list_filter(a, lambda p, i: list_position(a, p) = i);
CREATE MACRO slice_of(a, start, count) AS CASE
    WHEN start = 0 THEN CASE WHEN CAST('INVALID_FUNCTION_ARGUMENT: SQL array indices start at 1' AS INTEGER) = 0 THEN a END WHEN start > 0 THEN a[start:start + count - 1] WHEN -start > len(a) THEN a[1:0] ELSE a[len(a) + start + 1:len(a) + start + count] END;
CREATE MACRO map_of_pairs(pairs) AS map_from_entries(list_filter(pairs, lambda p, i: p.k IS NOT NULL AND list_position(list_transform(pairs, lambda q: q.k), p.k) = i));
CREATE MACRO map_of_counts(h) AS map_from_entries(list_transform(map_entries(h), lambda p: struct_pack(k := p.key, v := CAST(p.value AS BIGINT))));
