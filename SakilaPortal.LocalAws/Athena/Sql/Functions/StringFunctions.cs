using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;
using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>https://trino.io/docs/current/functions/string.html and https://trino.io/docs/current/functions/url.html.</summary>
internal static class StringFunctions
{
    private const string Blanks = @"E' \t\n\r\f\v'";

    public static IEnumerable<Function> All =>
    [
        Scalar("chr(bigint) varchar", "chr(CAST({0} AS INTEGER))"),
        Scalar("codepoint(varchar) integer", "unicode({0})"),
        Scalar("concat(varchar, varchar...) varchar", call => Joined(call, " || ")),
        Scalar("concat_ws(varchar, varchar...) varchar", "(CASE WHEN {0} IS NOT NULL THEN concat_ws({*}) END)"),
        Scalar("concat_ws(varchar, array(varchar)) varchar", "array_to_string(list_filter({1}, lambda p: p IS NOT NULL), {0})"),
        Scalar("ends_with(varchar, varchar) boolean", "ends_with({0}, {1})"),
        Scalar("format(varchar, T...) varchar", Formatted.Write),
        Scalar("from_utf8(varbinary) varchar", "decode({0})"),
        Scalar("hamming_distance(varchar, varchar) bigint", "hamming({0}, {1})"),
        Scalar("length(varchar) bigint", "length({0})"),
        Scalar("levenshtein_distance(varchar, varchar) bigint", "levenshtein({0}, {1})"),
        Scalar("lower(varchar) $1", "lower({0})"),
        Scalar("lpad(varchar, bigint, varchar) varchar", "lpad({0}, padded_length({1}, {2}), {2})"),
        Scalar("ltrim(varchar) $1", $"ltrim({{0}}, {Blanks})"),
        Scalar("ltrim(varchar, varchar) $1", "ltrim({0}, {1})"),
        Scalar("normalize(varchar, varchar) varchar", Normalized),
        Scalar("replace(varchar, varchar) varchar", "replace({0}, {1}, '')"),
        Scalar("replace(varchar, varchar, varchar) varchar", "(CASE WHEN {1} = '' THEN replace_between({0}, {2}) ELSE replace({0}, {1}, {2}) END)"),
        Scalar("reverse(varchar) $1", "reverse({0})"),
        Scalar("rpad(varchar, bigint, varchar) varchar", "rpad({0}, padded_length({1}, {2}), {2})"),
        Scalar("rtrim(varchar) $1", $"rtrim({{0}}, {Blanks})"),
        Scalar("rtrim(varchar, varchar) $1", "rtrim({0}, {1})"),
        Scalar("split(varchar, varchar) array(varchar)", "string_split({0}, {1})"),
        Scalar("split(varchar, varchar, bigint) array(varchar)", "split_limited({0}, {1}, {2})"),
        Scalar("split_part(varchar, varchar, bigint) varchar", "(CASE WHEN {2} < 1 THEN {!INVALID_FUNCTION_ARGUMENT: Index must be greater than zero} ELSE string_split({0}, {1})[{2}] END)"),
        Scalar("split_to_map(varchar, varchar, varchar) map(varchar, varchar)",
            "map_from_entries(list_transform(string_split({0}, {1}), lambda p: struct_pack(k := string_split(p, {2})[1], v := string_split(p, {2})[2])))"),
        Scalar("starts_with(varchar, varchar) boolean", "starts_with({0}, {1})"),
        Scalar("strpos(varchar, varchar) bigint", "CAST(strpos({0}, {1}) AS BIGINT)"),
        Scalar("strpos(varchar, varchar, bigint) bigint", "strpos_of({0}, {1}, {2})"),
        Scalar("substr(varchar, bigint) varchar", "substr_from({0}, {1})"),
        Scalar("substr(varchar, bigint, bigint) varchar", "substr_for({0}, {1}, {2})"),
        Scalar("substring(varchar, bigint) varchar", "substr_from({0}, {1})"),
        Scalar("substring(varchar, bigint, bigint) varchar", "substr_for({0}, {1}, {2})"),
        Scalar("to_utf8(varchar) varbinary", "encode({0})"),
        Scalar("translate(varchar, varchar, varchar) varchar", "translate({0}, {1}, {2})"),
        Scalar("trim(varchar) $1", $"trim({{0}}, {Blanks})"),
        Scalar("trim(varchar, varchar) $1", "trim({0}, {1})"),
        Scalar("upper(varchar) $1", "upper({0})"),
        Scalar("uuid() uuid", "uuid()"),
        Scalar("url_decode(varchar) varchar", "url_decode(replace({0}, '+', ' '))"),
        Scalar("url_encode(varchar) varchar", "replace(url_encode({0}), '%20', '+')"),
        Scalar("url_extract_protocol(varchar) varchar", UrlPart(@"^([A-Za-z][A-Za-z0-9+.-]*):")),
        Scalar("url_extract_host(varchar) varchar", UrlPart(@"^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]*)")),
        Scalar("url_extract_path(varchar) varchar", "regexp_extract({0}, '^(?:[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*)?([^?#]*)', 1)"),
        Scalar("url_extract_query(varchar) varchar", @"regexp_extract({0}, '\?([^#]*)', 1)"),
        Scalar("url_extract_fragment(varchar) varchar", "regexp_extract({0}, '#(.*)$', 1)"),
    ];

    private static Typed Joined(CallSite call, string separator) =>
        call.Returns($"({string.Join(separator, call.Arguments.Select(argument => argument.Sql))})");

    private static string UrlPart(string pattern) => $"nullif(regexp_extract({{0}}, '{pattern}', 1), '')";

    private static Typed Normalized(CallSite call) => call.ConstantText(1).Equals("NFC", StringComparison.OrdinalIgnoreCase)
        ? call.Returns($"nfc_normalize({call[0]})")
        : throw SqlException.NotSupported(call.At, "Only normalization to NFC is supported");
}
