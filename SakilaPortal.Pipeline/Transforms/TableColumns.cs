using System.Text.RegularExpressions;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>Columns as one reads them in a declaration: <c>film_id int, rental_rate decimal(4,2)</c>.</summary>
internal static partial class TableColumns
{
    public static Column[] Of(string declared) =>
        [.. Separator().Split(declared).Select(column => column.Split(' ')).Select(column => new Column { Name = column[0], Type = column[1] })];

    [GeneratedRegex(@",\s+")]
    private static partial Regex Separator();
}
