using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

internal static class ReportChecks
{
    public static Ok<DraftCheck> Check(DraftRequest request)
    {
        var sql = request.Sql ?? "";
        var problems = string.IsNullOrWhiteSpace(sql) ? [] : ReportSql.Faults(sql).Select(fault => Problem(sql, fault.At, fault.Text)).ToList();
        var text = ReportText.Parse(sql);
        return TypedResults.Ok(new DraftCheck(text.Parameters, problems, text.Chart));
    }

    private static SqlProblem Problem(string sql, int at, string text)
    {
        var lineStart = at == 0 ? 0 : sql.LastIndexOf('\n', at - 1) + 1;
        return new(sql.AsSpan(0, at).Count('\n') + 1, at - lineStart + 1, text);
    }
}
