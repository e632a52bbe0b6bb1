# Imprimir, y las páginas tal como saldrán.
print-summary = Imprimir el resumen de preparación
print-person = Imprimir la página de { $person }
print-title = Resumen de preparación · { $company }
command-print-person = Imprimir esta página…
    .tooltip = Lo que tiene esta persona, a qué examen debería presentarse y por qué, en papel o en PDF
print-page = Página { $page } de { $pages }
print-page-before = Página anterior
print-page-after = Página siguiente
print-go-to-page = Ir a la página { $page }
print-zoom-whole = Página entera
print-zoom-width = Ancho de página
print-making = Preparando las páginas…
print-painting = Dibujando la página…
print-language = Idioma de las páginas
print-paper = Papel
print-parts = Partes del resumen
paper-a4 = A4
paper-letter = Carta
print-printer = Impresora
print-looking = Buscando impresoras…
print-look-again = Buscar otra vez
print-copies = { $count ->
    [one] { $count } copia
   *[other] { $count } copias
}
print-copy-less = Una copia menos
print-copy-more = Una copia más
print-sides = Caras del papel
print-sides-one = Una cara
print-sides-both = Doble cara
print-save = Guardar como PDF…
print-view = Abrir en el visor
print-send = Imprimir
print-sending = Enviando…
print-sent = Enviado a { $printer }, como trabajo { $number }.
print-viewed = Tu visor de PDF abre las páginas.
print-by-viewer = Aquí imprime tu visor de PDF. Abre las páginas y las imprimes desde allí.
print-no-printer = No hay ninguna impresora configurada en este ordenador. Añade una en los ajustes del sistema, o abre las páginas en el visor.
print-no-system = Este ordenador no tiene un sistema de impresión que Touchstone conozca (CUPS). Abre las páginas en el visor e imprímelas desde allí.
print-no-answer = El sistema de impresión no responde. Comprueba si la impresora está encendida y conectada, e inténtalo de nuevo.
print-refused = El sistema de impresión dice «{ $words }». Comprueba si la impresora está configurada y lista, e inténtalo de nuevo; o abre las páginas en el visor e imprímelas desde allí.
print-not-written = No se han podido dejar las páginas donde van los archivos temporales ({ $why }). Haz sitio en el disco e inténtalo de nuevo.
print-no-viewer = Ningún visor ha abierto las páginas ({ $why }). Guárdalas como PDF y abre ese archivo.
print-sent-only = Enviado a { $printer }.
print-done = Hecho
print-failed = No se ha hecho
