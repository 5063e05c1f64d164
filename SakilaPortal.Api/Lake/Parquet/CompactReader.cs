using System.Text;

namespace SakilaPortal.Api.Lake.Parquet;

internal enum CompactType : byte { Stop, True, False, Byte, Short, Int, Long, Double, Binary, List, Set, Map, Struct, Uuid }

/// <summary>
/// Reads Thrift's compact protocol, forwards: https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md.
/// What ends too early or nests too deeply is an <see cref="InvalidDataException"/>.
/// </summary>
internal ref struct CompactReader(ReadOnlySpan<byte> bytes)
{
    private const int DeepestSkip = 64;
    private ReadOnlySpan<byte> rest = bytes;

    /// <param name="id">The field before, 0 at the start of a struct; becomes the field whose value is next.</param>
    /// <returns><see cref="CompactType.Stop"/> at the end of the struct.</returns>
    public CompactType NextField(ref int id)
    {
        var header = Take(1)[0];
        var type = (CompactType)(header & 0x0f);
        if (type != CompactType.Stop)
            id = header >> 4 is var step and > 0 ? id + step : (int)Integer();
        return type;
    }

    /// <summary>A number of any width: https://protobuf.dev/programming-guides/encoding/#signed-ints.</summary>
    public long Integer()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public string Text() => Encoding.UTF8.GetString(Take(Size()));

    /// <returns>How many elements follow.</returns>
    public int List(out CompactType element)
    {
        var header = Take(1)[0];
        element = (CompactType)(header & 0x0f);
        return header >> 4 is var size and < 15 ? size : Size();
    }

    public void Skip(CompactType type) => Skip(type, 0);

    private void Skip(CompactType type, int depth)
    {
        if (depth > DeepestSkip)
            throw new InvalidDataException("Thrift structs nest too deeply.");
        switch (type)
        {
            case CompactType.True or CompactType.False:
                break;
            case CompactType.Byte:
                Take(1);
                break;
            case CompactType.Short or CompactType.Int or CompactType.Long:
                Varint();
                break;
            case CompactType.Double:
                Take(sizeof(double));
                break;
            case CompactType.Binary:
                Take(Size());
                break;
            case CompactType.Uuid:
                Take(16);
                break;
            case CompactType.List or CompactType.Set:
                for (var left = List(out var element); left > 0; left--)
                    SkipElement(element, depth);
                break;
            case CompactType.Map:
                SkipMap(depth);
                break;
            case CompactType.Struct:
                for (var id = 0; NextField(ref id) is var field and not CompactType.Stop;)
                    Skip(field, depth + 1);
                break;
            default:
                throw new InvalidDataException($"Thrift's compact protocol has no type {type}.");
        }
    }

    private void SkipMap(int depth)
    {
        var size = Size();
        var types = size > 0 ? Take(1)[0] : (byte)0;
        for (var left = size; left > 0; left--)
        {
            SkipElement((CompactType)(types >> 4), depth);
            SkipElement((CompactType)(types & 0x0f), depth);
        }
    }

    // A field's header holds a truth value itself; elsewhere it takes a byte.
    private void SkipElement(CompactType type, int depth) => Skip(type is CompactType.True or CompactType.False ? CompactType.Byte : type, depth + 1);

    private int Size() => Varint() is var size and <= int.MaxValue ? (int)size : throw new InvalidDataException("A length in Thrift is out of bounds.");

    private ulong Varint()
    {
        for (var (value, shift) = (0UL, 0); shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
        throw new InvalidDataException("A number in Thrift is too long.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
            throw new InvalidDataException("Thrift ends in the middle of a value.");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
