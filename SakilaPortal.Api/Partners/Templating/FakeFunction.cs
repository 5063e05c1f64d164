namespace SakilaPortal.Api.Partners.Templating;

/// <summary>Makes one value of one record.</summary>
internal delegate string Generate(Dice dice);

/// <summary>A function of a module such as <c>random.number</c>, bound to its arguments once, when the template is read.</summary>
/// <exception cref="TemplateException">The arguments do not suit.</exception>
internal delegate Generate FakeFunction(Arguments arguments);
