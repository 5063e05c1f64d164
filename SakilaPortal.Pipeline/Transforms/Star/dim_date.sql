-- Every day of the years from :first_year to :last_year, with the federal holidays of the United States as the law of each year had them
-- (5 U.S.C. 6103, https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/). One that falls on a Saturday is observed
-- on the Friday before, one on a Sunday on the Monday after; the day itself stays a holiday too.
WITH
    days AS (
        SELECT date_add('day', n, CAST(CAST(y AS varchar) || '-01-01' AS date)) AS "date", y
        FROM UNNEST(sequence(:first_year, :last_year)) AS years (y)
        CROSS JOIN UNNEST(sequence(0, 365)) AS numbers (n)
    ),
    calendar AS (
        SELECT "date", year("date") AS year, month("date") AS month, day("date") AS day, day_of_week("date") AS weekday
        FROM days
        WHERE year("date") = y
    ),
    fixed (name, month, day, from_year, to_year) AS (
        VALUES
            ('New Year''s Day', '01', '01', 1871, 9999),
            ('Washington''s Birthday', '02', '22', 1880, 1970),
            ('Memorial Day', '05', '30', 1888, 1970),
            ('Juneteenth National Independence Day', '06', '19', 2021, 9999),
            ('Independence Day', '07', '04', 1871, 9999),
            ('Armistice Day', '11', '11', 1938, 1953),
            ('Veterans Day', '11', '11', 1954, 1970),
            ('Veterans Day', '11', '11', 1978, 9999),
            ('Christmas Day', '12', '25', 1871, 9999)
    ),
    fixed_days AS (
        SELECT name, CAST(CAST(y AS varchar) || '-' || month || '-' || day AS date) AS "date"
        FROM fixed
        CROSS JOIN UNNEST(sequence(:first_year, :last_year + 1)) AS years (y)
        WHERE y BETWEEN from_year AND to_year
    ),
    holidays AS (
        SELECT "date", name FROM fixed_days
        UNION ALL
        SELECT date_add('day', CASE day_of_week("date") WHEN 6 THEN -1 ELSE 1 END, "date"), name || ' (observed)'
        FROM fixed_days
        WHERE day_of_week("date") IN (6, 7)
        UNION ALL
        SELECT "date", name
        FROM (
            SELECT "date", CASE
                WHEN month = 1 AND weekday = 1 AND day BETWEEN 15 AND 21 AND year >= 1986 THEN 'Birthday of Martin Luther King, Jr.'
                WHEN month = 2 AND weekday = 1 AND day BETWEEN 15 AND 21 AND year >= 1971 THEN 'Washington''s Birthday'
                WHEN month = 5 AND weekday = 1 AND day >= 25 AND year >= 1971 THEN 'Memorial Day'
                WHEN month = 9 AND weekday = 1 AND day <= 7 AND year >= 1894 THEN 'Labor Day'
                WHEN month = 10 AND weekday = 1 AND day BETWEEN 8 AND 14 AND year >= 1971 THEN 'Columbus Day'
                WHEN month = 10 AND weekday = 1 AND day BETWEEN 22 AND 28 AND year BETWEEN 1971 AND 1977 THEN 'Veterans Day'
                -- The last Thursday of November, for two years one week earlier, since 1942 the fourth.
                WHEN month = 11 AND weekday = 4 AND CASE
                    WHEN year IN (1940, 1941) THEN day BETWEEN 15 AND 21
                    WHEN year >= 1939 THEN day BETWEEN 22 AND 28
                    ELSE day >= 24 AND year >= 1871
                END THEN 'Thanksgiving Day'
            END AS name
            FROM calendar
        ) AS floating
        WHERE name IS NOT NULL
    )
SELECT
    CAST(c.year * 10000 + c.month * 100 + c.day AS int) AS date_key,
    c."date",
    CAST(c.year AS int) AS year,
    CAST(quarter(c."date") AS int) AS quarter,
    CAST(c.month AS int) AS month,
    date_format(c."date", '%M') AS month_name,
    CAST(c.day AS int) AS day,
    date_format(c."date", '%W') AS day_name,
    CAST(week(c."date") AS int) AS iso_week,
    c.weekday IN (6, 7) AS is_weekend,
    h.name IS NOT NULL AS is_holiday,
    h.name AS holiday_name
FROM calendar c
LEFT JOIN holidays h ON h."date" = c."date"
UNION ALL
SELECT -1, NULL, NULL, NULL, NULL, 'Unknown', NULL, 'Unknown', NULL, false, false, NULL
