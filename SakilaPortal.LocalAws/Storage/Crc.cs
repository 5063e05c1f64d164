using System.Buffers.Binary;
using System.Numerics;

namespace SakilaPortal.LocalAws.Storage;

/// <summary>Cyclic redundancy checks that are computed from the low bit, with all bits set at first and inverted at last.</summary>
internal sealed class Crc
{
    private readonly ulong[] table = new ulong[256];
    private readonly int width;
    private readonly ulong ones;
    private ulong state;

    private Crc(int width, ulong reversedPolynomial)
    {
        this.width = width;
        ones = state = ulong.MaxValue >> (64 - width);
        for (var index = 0; index < 256; index++)
        {
            var value = (ulong)index;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ reversedPolynomial;
            table[index] = value;
        }
    }

    public static Crc Crc32() => new(32, 0xEDB88320);
    public static Crc Crc32C() => new(32, 0x82F63B78);

    /// <summary>The 64-bit check of the NVM Express specification, which newer SDKs send by default.</summary>
    public static Crc Crc64Nvme() => new(64, 0x9A6C9329AC4BC9B5);

    /// <summary>CRC-32C of one piece, by the processor's own instruction where it has one.</summary>
    public static uint Castagnoli(ReadOnlySpan<byte> bytes)
    {
        var state = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..]) state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes) state = BitOperations.Crc32C(state, value);
        return ~state;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes) state = table[(byte)(state ^ value)] ^ (state >> 8);
    }

    /// <summary>The check of all that was appended, high byte first, as S3 writes it.</summary>
    public byte[] Finish()
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, state ^ ones);
        return bytes[(8 - width / 8)..];
    }
}
