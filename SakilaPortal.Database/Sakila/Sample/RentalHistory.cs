using static SakilaPortal.Database.Sakila.Sample.BulkInsert;

namespace SakilaPortal.Database.Sakila.Sample;

/// <summary>
/// Rentals in the order of time, each paid when it begins: the rate and, as in the stock data, a dollar for each day it came back late.
/// An item is out once at a time. The last day's rentals are still out, among them every copy of film 2.
/// </summary>
internal sealed class RentalHistory(IReadOnlyList<InventoryItem> items, int scale)
{
    private const int AlwaysInStockFilm = 1;
    private const int SoldOutFilm = 2;
    private const int StillOutOnLastDay = 182;
    private const int StillOutBefore = 1;

    private static readonly (DateTime Start, int Days, int Rentals)[] Seasons =
    [
        (new(2005, 5, 24), 8, 1156), (new(2005, 6, 14), 8, 2311), (new(2005, 7, 5), 8, 3333), (new(2005, 7, 26), 6, 3376),
        (new(2005, 8, 1), 2, 1325), (new(2005, 8, 16), 8, 4361), (new(2006, 2, 14), 1, StillOutOnLastDay),
    ];

    private readonly Chance chance = new(19);
    private readonly DateTime[] freeFrom = new DateTime[items.Count];
    private readonly Queue<int> soldOut = new(items.Index().Where(pair => pair.Item.Film.Id == SoldOutFilm).Select(pair => pair.Index));
    private int lastId;

    public static IEnumerable<string> RentalRows(IEnumerable<Rental> rentals) => rentals.Select(rental =>
        $"{rental.Id},{Quoted(rental.RentalDate)},{rental.InventoryId},{rental.CustomerId},"
        + $"{(rental.ReturnDate is { } back ? Quoted(back) : "NULL")},{rental.StaffId}");

    public static IEnumerable<string> PaymentRows(IEnumerable<Rental> rentals) => rentals.Select(rental =>
        $"{rental.Id},{rental.CustomerId},{rental.StaffId},{rental.Id},{rental.Amount},{Quoted(rental.RentalDate)}");

    public IEnumerable<Rental> Make() => Seasons.SelectMany((season, index) => Season(season.Start, season.Days, season.Rentals * scale, index));

    private IEnumerable<Rental> Season(DateTime start, int days, int count, int index)
    {
        var outFrom = index == Seasons.Length - 1 ? 0 : index == Seasons.Length - 2 ? count - (StillOutBefore * scale) : count;
        var step = days * 86400.0 / count;
        for (var turn = 0; turn < count; turn++)
            yield return Next(start.AddSeconds(Math.Floor((turn + chance.Fraction()) * step)), staysOut: turn >= outFrom, lastDay: outFrom == 0);
    }

    private Rental Next(DateTime from, bool staysOut, bool lastDay)
    {
        var item = lastDay && soldOut.TryDequeue(out var forced) ? forced : FreeItem(from, staysOut);
        DateTime? back = staysOut ? null : from.AddMinutes(chance.Between(18 * 60, 222 * 60));
        freeFrom[item] = back ?? DateTime.MaxValue;
        var film = items[item].Film;
        var late = back is { } returned ? Math.Max(0, (returned.Date - from.Date).Days - film.RentalDuration) : 0;
        return new(++lastId, from, item + 1, chance.Between(1, People.Customers * scale), back, chance.Between(1, 2), film.RentalRate + late);
    }

    private int FreeItem(DateTime from, bool staysOut)
    {
        var item = chance.Below(items.Count);
        while (freeFrom[item] > from || (staysOut && items[item].Film.Id is AlwaysInStockFilm or SoldOutFilm))
            item = (item + 1) % items.Count;
        return item;
    }
}
