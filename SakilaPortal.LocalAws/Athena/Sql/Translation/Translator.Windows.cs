using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    private string Window(Window window, ExpressionContext context)
    {
        if (window.Existing is { } name)
        {
            var existing = context.Windows.GetValueOrDefault(name)
                ?? throw SqlException.Syntax(window.At, $"Cannot resolve WINDOW name {name}");
            window = window with
            {
                Existing = existing.Existing, PartitionBy = existing.PartitionBy,
                OrderBy = window.OrderBy.Count > 0 ? window.OrderBy : existing.OrderBy, Frame = window.Frame ?? existing.Frame,
            };
            return Window(window, context);
        }

        List<string> parts = [];
        if (window.PartitionBy.Count > 0)
            parts.Add($"PARTITION BY {string.Join(", ", window.PartitionBy.Select(key => SortKey(Write(key, context), key.At)))}");
        if (window.OrderBy.Count > 0) parts.Add(OrderKeys(window.OrderBy, context).TrimStart());
        if (window.Frame is { } frame) parts.Add(Frame(frame, context));
        return string.Join(" ", parts);
    }

    private string Frame(WindowFrame frame, ExpressionContext context)
    {
        var start = Bound(frame.Start, frame.Unit, context);
        var unit = frame.Unit.ToString().ToUpperInvariant();
        return frame.End is null ? $"{unit} {start}" : $"{unit} BETWEEN {start} AND {Bound(frame.End, frame.Unit, context)}";
    }

    private string Bound(FrameBound bound, FrameUnit unit, ExpressionContext context)
    {
        switch (bound.Kind)
        {
            case FrameBoundKind.UnboundedPreceding: return "UNBOUNDED PRECEDING";
            case FrameBoundKind.UnboundedFollowing: return "UNBOUNDED FOLLOWING";
            case FrameBoundKind.CurrentRow: return "CURRENT ROW";
            default:
                var offset = Write(bound.Offset!, context);
                if (unit != FrameUnit.Range && !Coercion.IsInteger(offset.Type))
                    throw SqlException.TypeMismatch(bound.Offset!.At, $"Window frame offset value type must be an integer (actual {offset.Type})");
                return $"{offset.Sql} {bound.Kind.ToString().ToUpperInvariant()}";
        }
    }
}
