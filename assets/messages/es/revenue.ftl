# Ingresos
search-sales = Buscar entre { $count } ventas…
no-sales = Aún no hay ventas. Importa una exportación de ingresos para ver qué cuenta.
no-sales-found = No se han encontrado ventas. Prueba con otra palabra o muestra todas las ventas.
filter-show = Ver
filter-all = Todas las ventas
filter-counting = Las que cuentan
filter-left-out = Las que no cuentan
column-date = Fecha
column-customer = Cliente
column-product = Producto
column-amount = Importe
column-counts = Cuenta
column-from = Origen
refund = devolución
total-count = { $count ->
    [one] cuenta
   *[other] cuentan
}
total-left-out = { $count ->
    [one] no
   *[other] no
}
association-unknown = { $count ->
    [one] Falta acreditar la asociación de 1 venta.
   *[other] Falta acreditar la asociación de { $number } ventas.
}
associated-assumed = Las ventas que no dicen nada de la asociación cuentan como asociadas.
command-ask-sale = Suponer una venta…
    .tooltip = Mira qué cambia si se vendiera algo
command-ask-rates = Tipos de cambio…
    .tooltip = Cuenta las ventas en otras monedas
command-assume-sale = Suponerla
command-set-rates = Usar estos tipos
command-only-sales = Ver estas ventas
command-all-sales = Ver de nuevo las ventas de todos
command-select-sale = Ver esta venta
command-associated-customer = Este cliente está asociado
    .tooltip = Cuenta las ventas a este cliente donde ningún archivo dice nada de la asociación
command-associated-file = Estos clientes están asociados
    .tooltip = Cuenta las ventas de este archivo, que no dice nada de la asociación
sales-by-row = Por fila
sales-by-customer = Por cliente
sales-by-month = Por mes
column-month = Mes
column-sales = Ventas
column-counting = Cuentan
column-counted = Contado
column-left-out = Sin contar
no-customer = Sin cliente
assumed-sale = Venta supuesta
days-too-old = { $days ->
    [one] un día de más
   *[other] { $days } días de más
}
days-too-late = { $days ->
    [one] un día después de la fecha
   *[other] { $days } días después de la fecha
}
associated-of = Los de { $file } ({ $count })
associated-of-all = Los de todos los archivos
associated-none = Todo
association-empty = no se indica
association-not-told = el archivo no dice nada
sale-converted = Convertido
sale-sku = Código de producto
sale-association = Asociación
sale-is-renewal = Renovación
sale-is-repeated = Repite otra fila
sale-yes = sí
sale-file = Archivo
sale-sheet = Hoja
sale-row = Fila
rates-title = Tipos de cambio
rates-what = Cuánto vale una unidad en { $currency }. Las ventas en una moneda sin tipo de cambio no cuentan.
rates-none = Todas las ventas están en { $currency }. No hace falta ningún tipo de cambio.
rate-of = Tipo de cambio de { $currency }
rate-bad = Escribe un número mayor que cero, por ejemplo 1,0923
assume-sale = Suponer una venta
assume-sale-what = Una venta nueva de un producto que cuenta, a un cliente asociado.
assume-sale-day = Día
assume-sale-day-bad = Escribe el día así: 2017-06-27
assume-sale-amount-bad = Escribe un importe distinto de cero, por ejemplo 15.000,00
assume-sale-currency = Moneda
assume-sale-currency-bad = Escribe las tres letras de la moneda, por ejemplo USD
